import type { Rule } from 'eslint';
import type { Identifier, MemberExpression, Node, Property } from 'estree';
import ts from 'typescript';
import { optional } from './optional.ts';
import { isNewEverywhere, isNewGlobal, isNewMember, newSelectorsIn } from './newBuiltIns.ts';

/** What typescript-eslint gives to a rule (https://typescript-eslint.io/developers/custom-rules#typed-rules). */
interface Types {
  readonly program: ts.Program;
  readonly getTypeAtLocation: (node: Node) => ts.Type;
}

/** What the one object of an interface is called. */
const single: Readonly<Record<string, string>> = {
  crypto: 'Crypto',
  document: 'Document',
  history: 'History',
  navigator: 'Navigator',
  performance: 'Performance',
};

/** The interface that declares a member in TypeScript’s own library: `Array` for `[].at`, `Object` for `Object.hasOwn`. */
function declaringInterface(declaration: ts.Declaration): string {
  const { parent } = declaration;
  const named = ts.isTypeLiteralNode(parent) ? parent.parent : parent;
  const name =
    ts.isInterfaceDeclaration(named) || ts.isVariableDeclaration(named) ? named.name.getText() : '';
  return name.replace(/^Readonly|Constructor$/g, '');
}

/** Whether a member of a typed object is a newer built-in. Where MDN files it under another interface, its name decides. */
function isNewByType({ program, getTypeAtLocation }: Types, object: Node, name: string): boolean {
  const symbol = program.getTypeChecker().getApparentType(getTypeAtLocation(object)).getProperty(name);
  const declaration = symbol?.declarations?.find((one) =>
    program.isSourceFileDefaultLibrary(one.getSourceFile()),
  );
  if (declaration === undefined) return false;
  return isNewMember(declaringInterface(declaration), name) ?? isNewEverywhere(name);
}

/** The same of `AbortSignal.any` and `crypto.randomUUID` as they stand; undefined for an object of unknown kind. */
function isNewByOwner(object: Node, name: string): boolean | undefined {
  const last = object.type === 'MemberExpression' ? object.property : object;
  if (last.type !== 'Identifier') return undefined;
  return isNewMember(single[last.name] ?? last.name, name);
}

/**
 * Refuses what the oldest browsers do not have: built-ins, pseudo-classes in selectors, and the two things that
 * no build can write in older words. With types it is exact. Without, for built files, it goes by the names of what is called.
 */
export const noNewerBuiltIns: Rule.RuleModule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const services = context.sourceCode.parserServices as Partial<Types>;
    const types = services.program ? (services as Types) : undefined;
    const called: Identifier[] = [];
    /** Functions that the file gives to objects of its own. */
    const ownFunctions = new Set<string>();

    const refuse = (node: Node, what: string): void => {
      if (!(what in optional))
        context.report({ node, message: `${what} is newer than the browsers of src/browser/floor.ts.` });
    };

    function checkMember(object: Node, property: Node, isCalled: boolean): void {
      if (property.type !== 'Identifier') return;
      const { name } = property;
      const isNew = types === undefined ? isNewByOwner(object, name) : isNewByType(types, object, name);
      if (isNew === true) refuse(property, name);
      if (types === undefined && isNew === undefined && isCalled && isNewEverywhere(name))
        called.push(property);
    }

    return {
      MemberExpression(node: MemberExpression & Rule.NodeParentExtension) {
        const { parent } = node;
        if (!node.computed)
          checkMember(node.object, node.property, parent.type === 'CallExpression' && parent.callee === node);
      },
      'VariableDeclarator > ObjectPattern > Property[computed=false]'(
        node: Property & Rule.NodeParentExtension,
      ) {
        const { init } = node.parent.parent as { init?: Node | null };
        if (init) checkMember(init, node.key, false);
      },
      ':matches(Property, MethodDefinition)[computed=false][value.type=/Function/]'({ key }: Property) {
        if (key.type === 'Identifier') ownFunctions.add(key.name);
      },
      Literal(node) {
        const text = 'regex' in node ? `/${node.regex.pattern}/` : String(node.value);
        if (/\(\?<[=!]/.test(text)) refuse(node, 'Looking behind in a regular expression');
        if (!('regex' in node)) for (const selector of newSelectorsIn(text)) refuse(node, selector);
      },
      TemplateElement(node) {
        for (const selector of newSelectorsIn(node.value.raw)) refuse(node, selector);
      },
      StaticBlock(node) {
        refuse(node, 'A static block of a class');
      },
      'Program:exit'() {
        for (const property of called) if (!ownFunctions.has(property.name)) refuse(property, property.name);
        for (const { identifier, isValueReference } of context.sourceCode.scopeManager.globalScope
          ?.through as unknown as readonly {
          identifier: Identifier;
          isValueReference?: boolean;
        }[])
          if (isValueReference !== false && isNewGlobal(identifier.name)) refuse(identifier, identifier.name);
      },
    };
  },
};
