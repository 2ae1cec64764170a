/** A component imported by a `.ts` file, for compilers that do not read `.astro` files. Where they are read, their own types count. */
declare module '*.astro' {
  import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
  const Component: AstroComponentFactory;
  export default Component;
}
