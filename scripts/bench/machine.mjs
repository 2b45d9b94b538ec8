import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures were measured on. @param {string} browserVersion */
export function machine(browserVersion) {
  const cores = cpus();
  const [load = 0] = loadavg();
  return [
    `${cores.length} × ${cores[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${process.platform} ${process.arch}, Node ${process.version}, Chromium ${browserVersion}`,
    `load over the last minute ${load.toFixed(1)}${load > 0.7 * cores.length ? ': the machine is busy, so the figures are too high' : ''}`,
  ];
}
