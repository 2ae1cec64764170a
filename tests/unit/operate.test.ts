import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import recorded from '../examples/commands.json' with { type: 'json' };

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** What each tool takes, by command: its flags, as its own help prints them. */
const commands: Readonly<Record<string, Readonly<Record<string, string>>>> = recorded.commands;
const flagsOf = (tool: string, command: string): readonly string[] =>
  commands[tool]?.[command]?.split(' ') ?? [];

/** The tools that documents call under another name. */
const tools: Readonly<Record<string, string>> = {
  'npm run supabase --': 'supabase',
  [`npx netlify-cli@${recorded['netlify-cli']}`]: 'netlify',
  [`npx wrangler@${recorded.wrangler}`]: 'wrangler',
  [`npx vercel@${recorded.vercel}`]: 'vercel',
  gh: 'gh',
};

/** Every line of a document that is there to be copied: fenced as sh, or a command in backticks of a list or table. */
function linesToCopy(text: string): readonly string[] {
  const fenced = [...text.matchAll(/^ *```sh\n(.*?)^ *```$/gms)].flatMap(([, lines = '']) =>
    lines.split('\n'),
  );
  const spans = [...text.replace(/^ *```.*?^ *```$/gms, '').matchAll(/`((?:npm|npx|gh) [^`]+)`/g)];
  return [...fenced, ...spans.map(([, line = '']) => line)]
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

interface Call {
  readonly tool: string;
  readonly command: string;
  readonly flags: readonly string[];
}

/** A call of a tool that we know from a record of its help; nothing for any other line. */
function callIn(line: string): Call | undefined {
  const [name, tool] = Object.entries(tools).find(([begin]) => line.startsWith(`${begin} `)) ?? [];
  if (name === undefined || tool === undefined) return undefined;
  const words = line.slice(name.length).trim().split(/\s+/);
  const known = Object.keys(commands[tool] ?? {}).sort((a, b) => b.length - a.length);
  const command = known.find((one) => `${words.join(' ')} `.startsWith(`${one} `));
  const flags = words.filter((word) => word.startsWith('-')).map((word) => word.split('=')[0] ?? '');
  return { tool, command: command ?? `nothing that ${tool} knows`, flags };
}

const documents = globSync(['README.md', 'docs/operate/*.md']).map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));
const lines = documents.flatMap(({ path, text }) => linesToCopy(text).map((line) => ({ path, line })));

describe('a command that a document tells an owner to copy', () => {
  test.each(
    lines.flatMap(({ path, line }) => {
      const call = callIn(line);
      return call ? [{ path, line, call }] : [];
    }),
  )('$path: $line', ({ call: { tool, command, flags } }) => {
    expect(Object.keys(commands[tool] ?? {})).toContain(command);
    expect(flagsOf(tool, command)).toEqual(expect.arrayContaining([...flags]));
  });

  test('is a script of this repository or a tool that is known here', () => {
    const other = /^(git|cp|chmod|cd|curl|rsync|npm ci|npm start|npm test|npx vitest run) ?/;
    const unknown = lines.filter(({ line }) => {
      const [, script] = /^npm run ([\w:]+)/.exec(line) ?? [];
      if (script !== undefined) return scripts[script] === undefined;
      return callIn(line) === undefined && !other.test(line);
    });
    expect(unknown).toEqual([]);
  });

  test.each(['docs/operate/launch.md', 'docs/operate/week.md', 'docs/operate/hosts.md'])(
    'is there in %s',
    (path) => {
      expect(lines.filter((one) => one.path === path).length).toBeGreaterThan(3);
    },
  );

  test('names a Supabase CLI of one version, the one whose help is recorded', () => {
    expect(scripts.supabase).toBe(`npx --yes supabase@${recorded.supabase}`);
  });
});

// The help of the real tools, where they can be had: REAL_TOOLS=1 npx vitest run --project unit tests/unit/operate.test.ts
describe.skipIf(process.env.REAL_TOOLS === undefined)('the help of the real tool', () => {
  const run: Readonly<Record<string, readonly string[]>> = {
    supabase: ['npx', '--yes', `supabase@${recorded.supabase}`],
    gh: ['gh'],
  };
  const asked = Object.entries(run).flatMap(([tool, begin]) =>
    Object.keys(commands[tool] ?? {}).map((command) => ({
      tool,
      begin,
      command,
      flags: flagsOf(tool, command),
    })),
  );
  test.each(asked)('$tool $command', ({ begin: [program = '', ...given], command, flags }) => {
    const help = execFileSync(program, [...given, ...command.split(' '), '--help'], { encoding: 'utf8' });
    expect(flags.filter((flag) => !new RegExp(`${flag}(?![\\w-])`).test(help))).toEqual([]);
  });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: object;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = globSync('.github/workflows/*.yml').map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

describe('a copy of the repository', () => {
  const named = (text: string, what: RegExp) =>
    [...new Set([...text.matchAll(what)].map(([, name = '']) => name))].sort();
  const all = workflows.map(({ text }) => text).join('\n');
  const told = lines.map(({ line }) => line).join('\n');

  test('is told to set each variable and secret that a workflow reads, and no other', () => {
    expect(named(told, /^gh variable set (\w+)/gm)).toEqual(named(all, /\bvars\.(\w+)/g));
    expect(named(told, /^gh secret set (\w+)/gm)).toEqual(named(all, /\bsecrets\.(\w+)/g));
  });

  // GitHub hands no variable on to a fork or to who uses a template.
  test('publishes when it says so and by no other variable, and does by itself only what a variable asks for', () => {
    const jobsOf = (path: string) => (parse(readFileSync(path, 'utf8')) as Workflow).jobs;
    const { build, ...others } = jobsOf('.github/workflows/publish.yml');
    expect(build?.if).toBe("vars.PUBLISH == 'pages'");
    expect(Object.values(others).map(({ needs }) => needs)).toEqual(['build']);
    expect(workflows.filter(({ text }) => text.includes('vars.PUBLISH')).map(({ path }) => path)).toEqual([
      '.github/workflows/publish.yml',
    ]);
    const free = workflows.flatMap(({ path, text }) => {
      const { on, jobs } = parse(text) as Workflow;
      const isAsked = Object.keys(on).join() === 'workflow_dispatch';
      return Object.values(jobs).every(
        (job) => isAsked || job.needs !== undefined || job.if?.startsWith('vars.'),
      )
        ? []
        : [path];
    });
    expect(free).toEqual(['.github/workflows/check.yml']);
  });
});

test('an essay that waits for its day is built on it without a push', () => {
  const { on } = parse(readFileSync('.github/workflows/publish.yml', 'utf8')) as Workflow;
  expect(on).toMatchObject({ schedule: [{ cron: expect.stringMatching(/^\d+ \d+ \* \* \*$/) as string }] });
});

describe.each(workflows)('$path', ({ text }) => {
  const { permissions, jobs } = parse(text) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('begins without the right to change anything, and no job runs for ever', () => {
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.values(jobs).every((job) => job['timeout-minutes'] !== undefined)).toBe(true);
  });

  test('uses only actions of GitHub itself, each by its commit with the version beside it', () => {
    // A tag can be moved to other code, a commit cannot.
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((one) => !/^actions\/[a-z-]+@[0-9a-f]{40}$/.test(one))).toEqual([]);
    expect([...text.matchAll(/uses: .*/g)].filter(([line]) => !/ # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('calls only commands that there are', () => {
    const run = steps.flatMap((step) => step.run ?? []).join('\n');
    const named = [...run.matchAll(/npm run (?:--\w+ )*([\w:]+)/g)].map(([, script = '']) => script);
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
    for (const call of run
      .split('\n')
      .flatMap((line) => [...line.matchAll(/\bgh [a-z]+ [a-z]+[^|)]*/g)].map(([one]) => callIn(one))))
      expect(flagsOf('gh', call?.command ?? ''), call?.command).toEqual(
        expect.arrayContaining([...(call?.flags ?? [])]),
      );
  });

  test('prints nothing of what a release says, because its log is public', () => {
    const calls = steps
      .flatMap(({ run }) => run?.split('\n') ?? [])
      .filter((line) => /^\s*npm run (--silent )?release\b/.test(line));
    const said = calls.filter((line) => !/> \/dev\/null 2>&1|2>\/dev\/null >> "\$GITHUB_OUTPUT"/.test(line));
    expect(said).toEqual([]);
  });

  test('gives the secret key to nothing that somebody else’s push could start', () => {
    const secret = text.includes('secrets.SUPABASE_SECRET_KEY');
    const starts = Object.keys((parse(text) as Workflow).on);
    if (secret) expect(starts.filter((event) => /^(push|pull_request)/.test(event))).toEqual([]);
    expect(text).not.toContain('pull_request_target');
    // What is written into a line of the shell before it runs could be a command.
    expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  });
});
