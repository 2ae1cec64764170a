import { availableParallelism, loadavg, totalmem } from 'node:os';

const GIGABYTE = 2 ** 30;

/** What a reader has to know of the machine, without its name. To be asked before a measurement, which is itself a load. */
export function machine(): string {
  const cores = availableParallelism();
  const [load = 0] = loadavg();
  const busy =
    load > cores / 2 ? ', so **it was busy with other things: ratios hold, milliseconds do not**' : '';
  return `${cores} cores, ${Math.round(totalmem() / GIGABYTE)} GB of memory, ${process.platform} ${process.arch}, Node ${process.versions.node}; load before ${load.toFixed(1)}${busy}`;
}
