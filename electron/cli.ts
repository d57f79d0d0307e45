// `npm run -s hexbeat -- COMMAND`: the workbench without its window. JSON on standard output, messages on standard error.

import { InputError } from "../core/errors.ts";
import { jobs } from "../core/jobs.ts";
import { ALLOCATE_HELP, allocateCommand } from "./cliAllocate.ts";
import { BACKTEST_HELP, backtestCommand } from "./cliBacktest.ts";
import { DOCUMENT_HELP, documentCommand } from "./cliDocument.ts";
import { DOSAGE_HELP, dosageCommand } from "./cliDosage.ts";
import { EVALUATE_HELP, evaluateCommand } from "./cliEvaluate.ts";
import { EXPORT_HELP, exportCommand } from "./cliExport.ts";
import { givenFile, givenJson } from "./cliFiles.ts";
import { FORECAST_HELP, forecastCommand } from "./cliForecast.ts";
import { IMPORT_HELP, importCommand } from "./cliImport.ts";
import { INFO_HELP, infoCommand } from "./cliInfo.ts";
import { jobName, runNamedJob } from "./cliJob.ts";
import { toJson } from "./cliJson.ts";
import { PACK_HELP, packCommand } from "./cliPack.ts";
import { POWER_HELP, powerCommand } from "./cliPower.ts";
import { REPLAY_HELP, replayCommand } from "./cliReplay.ts";
import { RANDOMISE_HELP, randomiseCommand } from "./cliRandomise.ts";
import { VERIFY_SCHEDULE_HELP, verifyScheduleCommand } from "./cliVerifySchedule.ts";
import { describeParams } from "./describeParams.ts";

interface Command {
  readonly summary: string;
  readonly help: string;
  run(args: readonly string[]): Promise<unknown>;
}

const commands: Readonly<Record<string, Command>> = {
  import: { summary: "load a file of incidents into a project", help: IMPORT_HELP, run: importCommand },
  call: {
    summary: "run one job on parameters from a JSON file",
    help: `hexbeat call JOB PARAMS.json

Runs any job of \`hexbeat jobs\` and prints its result; typed arrays come as arrays, and a number that JSON cannot write
(not a number, infinity) as null. PARAMS.json may be - for standard input. Where a job takes a file, give its path.`,
    run: callCommand,
  },
  export: { summary: "write hotspots or patrol areas for another system", help: EXPORT_HELP, run: exportCommand },
  document: { summary: "write a hotspot design with its maps and its log as a printable document", help: DOCUMENT_HELP, run: documentCommand },
  forecast: { summary: "forecast the next week, or any block of days", help: FORECAST_HELP, run: forecastCommand },
  backtest: { summary: "forecast past blocks again, and score each model on what happened", help: BACKTEST_HELP, run: backtestCommand },
  allocate: { summary: "post patrol vehicles for a forecast, slots or incidents, with a proved bound", help: ALLOCATE_HELP, run: allocateCommand },
  randomise: { summary: "draw the schedule of a trial, and seal it", help: RANDOMISE_HELP, run: randomiseCommand },
  "verify-schedule": { summary: "a schedule against its registration, cell by cell", help: VERIFY_SCHEDULE_HELP, run: verifyScheduleCommand },
  power: { summary: "what a trial could detect, before anything is promised", help: POWER_HELP, run: powerCommand },
  pack: { summary: "write the tasking pack for officers' phones", help: PACK_HELP, run: packCommand },
  dosage: { summary: "what of a trial's treatment was delivered", help: DOSAGE_HELP, run: dosageCommand },
  evaluate: { summary: "evaluate a trial, or compute a published trial's tables again", help: EVALUATE_HELP, run: evaluateCommand },
  info: { summary: "what a project holds", help: INFO_HELP, run: infoCommand },
  replay: { summary: "run a project's results again and compare", help: REPLAY_HELP, run: replayCommand },
  jobs: {
    summary: "the jobs, and what each takes",
    help: `hexbeat jobs [JOB]

Lists the jobs; with a name, that job's parameters: type, meaning and unit, whether it may be left out, its default.`,
    run: jobsCommand,
  },
};

/** Commands that compare: exit code 1 where something differs. */
const COMPARES: ReadonlySet<string> = new Set(["replay", "verify-schedule"]);

const USAGE = `hexbeat COMMAND

${Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(15)} ${summary}`).join("\n")}

hexbeat COMMAND --help says more. Results are JSON on standard output; messages go to standard error.`;

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "-h") {
    (name === undefined ? process.stderr : process.stdout).write(`${USAGE}\n`);
    return name === undefined ? 2 : 0;
  }
  if (!Object.hasOwn(commands, name)) {
    console.error(`hexbeat: there is no command "${name}". The commands are: ${Object.keys(commands).join(", ")}.`);
    return 2;
  }
  const command = commands[name];
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${command.help}\n`);
    return 0;
  }
  try {
    const result = await command.run(args);
    process.stdout.write(`${toJson(result, process.stdout.isTTY)}\n`);
    return COMPARES.has(name) && !(result as { same: boolean }).same ? 1 : 0;
  } catch (error) {
    if (isMisuse(error)) {
      // parseArgs goes on about positional arguments after its first sentence.
      console.error(`hexbeat: ${error.message.split(". ")[0]}. See hexbeat ${name} --help.`);
      return 2;
    }
    if (!(error instanceof InputError)) {
      console.error(error);
      return 70; // a bug of ours: sysexits.h, EX_SOFTWARE
    }
    console.error(`hexbeat: ${error.message}`);
    return 1;
  }
}

async function callCommand(args: readonly string[]): Promise<unknown> {
  if (args.length !== 2) throw new InputError("Name a job and its parameters: hexbeat call JOB PARAMS.json.");
  const name = jobName(args[0]);
  return runNamedJob(name, await withFile(givenJson(args[1])));
}

async function jobsCommand(args: readonly string[]): Promise<unknown> {
  if (args.length > 1) throw new InputError("Name one job, or none for the list: hexbeat jobs [JOB].");
  if (args.length === 0) return Object.entries(jobs).map(([job, { title }]) => ({ name: job, title }));
  const name = jobName(args[0]);
  return { name, title: jobs[name].title, parameters: describeParams(jobs[name].params) };
}

/** JSON holds no file: a path in its place is opened here. */
async function withFile(params: unknown): Promise<unknown> {
  const source = (params as { readonly source?: { readonly file?: unknown } } | null)?.source;
  if (typeof source?.file !== "string") return params;
  return { ...(params as object), source: { ...source, file: await givenFile(source.file) } };
}

/** An option that parseArgs does not know, or one without its value. */
const isMisuse = (error: unknown): error is Error =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

process.exitCode = await main(process.argv.slice(2));
