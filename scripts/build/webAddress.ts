import { PlainError } from '../command/PlainError.ts';

/** A host without its scheme, perhaps with a folder: research.acme.org */
const bareHost = /^[\w-]+(\.[\w-]+)*(\/\S*)?$/;

/**
 * The address that a variable of the environment holds.
 * @throws {PlainError} when it is none of the web
 */
export function webAddress(name: string, value: string): URL {
  const address = URL.canParse(value) ? new URL(value) : undefined;
  if (address !== undefined && /^https?:$/.test(address.protocol)) return address;
  throw new PlainError(
    `${name} is “${value}”, which is no address: write it whole, such as https://${bareHost.test(value) ? value : 'example.org'}, or leave ${name} out.`,
  );
}
