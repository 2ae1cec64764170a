import { newer } from '../../../scripts/browsers/newBuiltIns.ts';

/** A feature of browsers that is not there, fails or never answers: what a page finds, set before any of its scripts runs. */
export interface Broken {
  readonly feature: string;
  readonly how: 'missing' | 'throws' | 'silent';
  /** Runs in the page, as a function or as its text. */
  readonly breaks: (() => unknown) | string;
  /** Whether this leaves a place on the device where something can be kept; true unless told otherwise. */
  readonly keeps?: boolean;
}

/**
 * Every feature that the survey, the receipt or the discussion uses and some browser refuses: in private windows, in
 * browsers inside apps, by an extension, by the rules of a company, without a secure connection, or because it is old.
 */
export const broken: readonly Broken[] = [
  {
    feature: 'Worker',
    how: 'missing',
    breaks: () => Reflect.deleteProperty(globalThis, 'Worker'),
  },
  {
    feature: 'Worker',
    how: 'throws',
    breaks: () => {
      globalThis.Worker = function () {
        throw new DOMException('Refused by this test.', 'SecurityError');
      } as unknown as typeof Worker;
    },
  },
  {
    feature: 'Worker',
    how: 'silent',
    breaks: () => {
      globalThis.Worker = class extends EventTarget {
        postMessage() {
          return undefined;
        }
        terminate() {
          return undefined;
        }
      } as unknown as typeof Worker;
    },
  },
  {
    feature: 'IndexedDB',
    how: 'missing',
    breaks: () => Reflect.deleteProperty(globalThis, 'indexedDB'),
  },
  {
    feature: 'IndexedDB',
    how: 'throws',
    breaks: () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('Refused by this test.', 'SecurityError');
      };
    },
  },
  {
    feature: 'IndexedDB',
    how: 'silent',
    breaks: () => {
      IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    },
  },
  {
    feature: 'localStorage',
    how: 'missing',
    breaks: () => Object.defineProperty(globalThis, 'localStorage', { value: null }),
  },
  {
    feature: 'localStorage',
    how: 'throws',
    breaks: () =>
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('Refused by this test.', 'SecurityError');
        },
      }),
  },
  {
    feature: 'all storage',
    how: 'throws',
    keeps: false,
    breaks: () => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
        Object.defineProperty(globalThis, name, {
          get: () => {
            throw new DOMException('Refused by this test.', 'SecurityError');
          },
        });
    },
  },
  {
    feature: 'sessionStorage',
    how: 'missing',
    breaks: () => Object.defineProperty(globalThis, 'sessionStorage', { value: null }),
  },
  {
    feature: 'sessionStorage',
    how: 'throws',
    breaks: () =>
      Object.defineProperty(globalThis, 'sessionStorage', {
        get: () => {
          throw new DOMException('Refused by this test.', 'SecurityError');
        },
      }),
  },
  {
    feature: 'crypto.randomUUID',
    how: 'missing',
    breaks: () => Reflect.deleteProperty(Crypto.prototype, 'randomUUID'),
  },
  {
    feature: 'crypto.subtle',
    how: 'missing',
    breaks: () => Reflect.deleteProperty(Crypto.prototype, 'subtle'),
  },
  {
    feature: 'crypto.subtle',
    how: 'throws',
    breaks: () => {
      SubtleCrypto.prototype.digest = () =>
        Promise.reject(new DOMException('Refused by this test.', 'OperationError'));
    },
  },
  {
    feature: 'crypto.subtle',
    how: 'silent',
    breaks: () => {
      SubtleCrypto.prototype.digest = () => new Promise(() => undefined);
    },
  },
  {
    feature: 'clipboard',
    how: 'missing',
    breaks: () => Reflect.deleteProperty(Navigator.prototype, 'clipboard'),
  },
  {
    feature: 'clipboard',
    how: 'throws',
    breaks: () => {
      Clipboard.prototype.writeText = () =>
        Promise.reject(new DOMException('Refused by this test.', 'NotAllowedError'));
    },
  },
  {
    feature: 'clipboard',
    how: 'silent',
    breaks: () => {
      Clipboard.prototype.writeText = () => new Promise(() => undefined);
    },
  },
  {
    feature: 'AbortSignal.timeout and any',
    how: 'missing',
    breaks: () => {
      Reflect.deleteProperty(AbortSignal, 'timeout');
      Reflect.deleteProperty(AbortSignal, 'any');
    },
  },
  {
    feature: 'navigator.locks',
    how: 'missing',
    breaks: () => Reflect.deleteProperty(Navigator.prototype, 'locks'),
  },
  {
    feature: 'navigator.locks',
    how: 'throws',
    breaks: () => {
      LockManager.prototype.request = () =>
        Promise.reject(new DOMException('Refused by this test.', 'SecurityError'));
    },
  },
  {
    feature: 'IntersectionObserver',
    how: 'missing',
    breaks: () => Reflect.deleteProperty(globalThis, 'IntersectionObserver'),
  },
  {
    feature: 'Trusted Types',
    how: 'missing',
    breaks: () => Reflect.deleteProperty(globalThis, 'trustedTypes'),
  },
  {
    feature: 'array methods of 2022 and 2023',
    how: 'missing',
    breaks: () => {
      for (const name of ['at', 'findLast', 'toReversed', 'toSorted', 'toSpliced', 'with'])
        Reflect.deleteProperty(Array.prototype, name);
    },
  },
  {
    feature: 'submitter and requestSubmit',
    how: 'missing',
    breaks: () => {
      Reflect.deleteProperty(SubmitEvent.prototype, 'submitter');
      Reflect.deleteProperty(HTMLFormElement.prototype, 'requestSubmit');
    },
  },
  {
    feature: 'history.pushState',
    how: 'throws',
    breaks: () => {
      History.prototype.pushState = () => {
        throw new DOMException('Safari allows 100 in 30 seconds.', 'SecurityError');
      };
    },
  },
  {
    feature: 'all that is newer than the floor',
    how: 'missing',
    breaks: `for (const [owner, name] of ${JSON.stringify(newer())}) {
      const found = owner === null ? globalThis : (globalThis[owner] ?? Intl[owner]);
      for (const place of [found, found?.prototype]) if (place) delete place[name];
    }`,
  },
];

/** A worker that says that it is there, and nothing after that. */
export const hangingWorker: Broken = {
  feature: 'Worker',
  how: 'silent',
  breaks: () => {
    globalThis.Worker = class {
      onmessage: ((event: { data: string }) => void) | null = null;
      constructor() {
        setTimeout(() => this.onmessage?.({ data: 'here' }));
      }
      postMessage() {
        return undefined;
      }
      terminate() {
        return undefined;
      }
    } as unknown as typeof Worker;
  },
};
