// Makes icon.png, icon.ico and icon.icns from icon.svg with an installed Chromium: node assets/icons/rasterise.ts.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";

const folder = import.meta.dirname;
const svg = readFileSync(join(folder, "icon.svg"), "utf8");

const browser = await chromium.launch({ executablePath: process.env.HEXBEAT_BROWSER ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
const pngs = new Map<number, Buffer>();
for (const size of [16, 32, 48, 64, 128, 256, 512]) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  pngs.set(size, await page.screenshot({ omitBackground: true }));
}
await browser.close();

const png = (size: number): Buffer => pngs.get(size) as Buffer;
writeFileSync(join(folder, "icon.png"), png(512));
writeFileSync(join(folder, "icon.ico"), ico([16, 32, 48, 64, 128, 256]));
writeFileSync(join(folder, "icon.icns"), icns([["icp4", 16], ["icp5", 32], ["icp6", 64], ["ic07", 128], ["ic08", 256], ["ic09", 512]]));

/** A Windows icon: a directory of 16 bytes an image, then the images as PNG; 0 stands for 256. */
function ico(sizes: readonly number[]): Buffer {
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let offset = head.length;
  sizes.forEach((size, i) => {
    const at = 6 + 16 * i;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png(size).length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png(size).length;
  });
  return Buffer.concat([head, ...sizes.map(png)]);
}

/** An Apple icon: "icns", the length, then type, length and PNG of each image, big-endian. */
function icns(images: readonly (readonly [type: string, size: number])[]): Buffer {
  const chunk = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 0, "latin1");
    head.writeUInt32BE(8 + body.length, 4);
    return Buffer.concat([head, body]);
  };
  return chunk("icns", Buffer.concat(images.map(([type, size]) => chunk(type, png(size)))));
}
