import { PlainError } from './server/PlainError.ts';
import { runCommand } from './server/runCommand.ts';

/** One comparison with its peers; each lives in scripts/bench/<name>.ts and prints what it finds. */
interface Benchmark {
  readonly compares: string;
  readonly run: (args: readonly string[]) => Promise<void>;
}

const benchmarks: Readonly<Record<string, Benchmark>> = {
  tally: {
    compares:
      'counting every answer on PostgreSQL: our one pass, a jsonb column, a query a question; --rows 100000',
    run: async (args) => (await import('./bench/tally.ts')).tally(args),
  },
  charts: {
    compares: 'twelve charts on a page: SVG made at build, Chart.js at run time; and what drawing them takes',
    run: async (args) => (await import('./bench/charts.ts')).charts(args),
  },
};

/** npm run bench -- <name>: our part against its peers, in one run on this machine. Alone it lists the names. */
await runCommand(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined) {
    for (const [known, { compares }] of Object.entries(benchmarks))
      console.log(`npm run bench -- ${known}   ${compares}`);
    return;
  }
  const benchmark = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined;
  if (benchmark === undefined)
    throw new PlainError(
      `There is no benchmark “${name}”; there ${Object.keys(benchmarks).length === 1 ? 'is' : 'are'} ${Object.keys(benchmarks).join(', ')}.`,
    );
  await benchmark.run(args);
});
