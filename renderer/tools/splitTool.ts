export { measureTool as splitTool } from "./measureTool.ts";
