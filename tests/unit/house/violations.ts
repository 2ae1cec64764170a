import { readImports, type FileImports, type Import, type Sources } from './readImports.ts';
import { featureOf, homes, isBrowserCode, isServerOnly, roomOf, rules } from './rules.ts';

type Imports = ReadonlyMap<string, FileImports>;

const isFile = (path: string): boolean => /^(src|scripts|bench|tests|supabase|public)\//.test(path);
const allOf = ({ own, scripts }: FileImports): readonly Import[] => [...own, ...scripts];

/** Every import that the house does not allow, one sentence each; none where all is well. */
export function importViolations(sources: Sources): string[] {
  const imports = readImports(sources);
  return [
    ...new Set([
      ...unknownRooms(imports),
      ...wrongWays(imports),
      ...strayScripts(imports),
      ...waysOutOfTheBrowser(imports),
      ...circles(imports),
    ]),
  ];
}

function unknownRooms(imports: Imports): string[] {
  const rooms = new Set([...imports.keys()].filter((path) => path.startsWith('src/')).map(roomOf));
  return [...rooms]
    .filter((room) => rules[room] === undefined)
    .map((room) =>
      isFile(room)
        ? `${room} lies loose in src: give it a room.`
        : `src/${room} is not a room of this house: give it a rule in tests/unit/house/rules.ts.`,
    );
}

function wrongWays(imports: Imports): string[] {
  return [...imports].flatMap(([path, file]) =>
    allOf(file).flatMap(({ to, typeOnly }) => {
      const found = problem(path, to, typeOnly);
      return found === undefined ? [] : [`${path} imports ${to}: ${found}`];
    }),
  );
}

function problem(from: string, to: string, typeOnly: boolean): string | undefined {
  const room = roomOf(from);
  const rule = rules[room];
  if (rule === undefined) return undefined;
  if (isFile(to)) {
    const other = roomOf(to);
    const isRoom = to.startsWith('src/');
    if (other === room || rule.rooms.includes(other) || (isRoom && rule.rooms.includes('*')))
      return undefined;
    if (rule.types?.includes(other))
      return typeOnly ? undefined : `${room} may name types of ${other} and call nothing of it.`;
    // The scripts write files of supabase, and read the fonts of public.
    if (!isRoom && !['tests', 'scripts', 'bench'].includes(other) && !from.startsWith('src/'))
      return undefined;
    // The one way up: the configuration of Astro hands our build steps to it.
    return `${from.startsWith('src/') && !isRoom ? 'src' : room} may not import ${other}.`;
  }
  if (to.startsWith('astro:'))
    return rule.astro === true ? undefined : `${room} may not use what exists only inside an Astro build.`;
  const home = Object.entries(homes).find(([name]) => to === name || to.startsWith(`${name}/`))?.[1];
  if (home !== undefined && from.startsWith('src/') && home !== from) return `only ${home} may import ${to}.`;
  return rule.packages === undefined || rule.packages.test(to)
    ? undefined
    : `${room} may not import this package.`;
}

/** Scripts of pages begin in a client folder, so that its path says that a file runs in a browser. */
function strayScripts(imports: Imports): string[] {
  return [...imports].flatMap(([path, { scripts }]) =>
    scripts
      .filter(({ to, typeOnly }) => isFile(to) && !typeOnly && !isBrowserCode(to))
      .map(({ to }) => `${path} runs ${to} in the browser: move it to a client folder or to src/browser.`),
  );
}

/** Follows all that a browser loads, workers and dynamic imports included, to what only Node can run. */
function waysOutOfTheBrowser(imports: Imports): string[] {
  const scripts = [...imports].flatMap(([path, file]) => file.scripts.map(({ to }) => [path, to]));
  const code = [...imports.keys()].filter(isBrowserCode).map((path) => [path]);
  const seen = new Set<string>();
  const ways: string[] = [];
  const queue = [...code, ...scripts];
  for (let way = queue.shift(); way !== undefined; way = queue.shift()) {
    const last = way.at(-1) ?? '';
    if (isServerOnly(last)) ways.push(`${way.join(' → ')}: a browser cannot run the last of these.`);
    if (seen.has(last)) continue;
    seen.add(last);
    for (const { to, typeOnly } of imports.get(last)?.own ?? []) if (!typeOnly) queue.push([...way, to]);
  }
  return ways;
}

/** Files, and features of pages, that import one another in a circle, types included. */
function circles(imports: Imports): string[] {
  const files = new Map([...imports].map(([path, file]) => [path, allOf(file).map(({ to }) => to)]));
  const features = new Map<string, string[]>();
  for (const [path, others] of files) {
    const own = featureOf(path);
    if (own === undefined) continue;
    const known = features.get(own) ?? [];
    features.set(own, known);
    for (const other of others) {
      const feature = featureOf(other);
      if (feature !== undefined && feature !== own) known.push(feature);
    }
  }
  return [...circlesIn(files), ...circlesIn(features)].map(
    (circle) => `${circle.join(', ')} import one another in a circle.`,
  );
}

/** Tarjan’s strongly connected components, those of one that names itself and those of several. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (from: string): number => {
    const own = index.size;
    index.set(from, own);
    let lowest = own;
    stack.push(from);
    for (const to of graph.get(from) ?? []) {
      if (to === from) found.push([from]);
      if (!graph.has(to)) continue;
      if (!index.has(to)) lowest = Math.min(lowest, visit(to));
      else if (stack.includes(to)) lowest = Math.min(lowest, low.get(to) ?? index.get(to) ?? own);
    }
    low.set(from, lowest);
    if (lowest === own) {
      const circle = stack.splice(stack.indexOf(from));
      if (circle.length > 1) found.push(circle.toSorted());
    }
    return lowest;
  };
  for (const from of graph.keys()) if (!index.has(from)) visit(from);
  return found;
}
