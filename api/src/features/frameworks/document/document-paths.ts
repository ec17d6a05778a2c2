import type { DocumentPath } from '../../../platform/documents/schema-faults.js';
import type { FrameworkDocument, NodeDocument } from './framework-document.js';

/** `tree.children[2].points` as keys and indices. */
export function keysOf(path: string): DocumentPath {
  return [...path.matchAll(/[^.[\]]+/g)].map(([key]) => (/^\d+$/.test(key) ? Number(key) : key));
}

/**
 * Where in a document stands what a path of the engine is about: nodes go by their codes there
 * (`framework.data.open.points`) and by their places here.
 */
export function engineLocator(document: FrameworkDocument): (path: string) => DocumentPath {
  const places = new Map<string, DocumentPath>();
  const add = (node: NodeDocument, path: DocumentPath): void => {
    places.set(node.code, path);
    (node.children ?? []).forEach((child, at) => add(child, [...path, 'children', at]));
  };
  add(document.tree, ['tree']);
  const codes = [...places.keys()].sort((a, b) => b.length - a.length);
  return (path) => {
    const rest = path.replace(/^framework\.?/, '');
    const code = codes.find((each) => rest === each || rest.startsWith(`${each}.`));
    if (code === undefined) return keysOf(snakeCase(rest).replace(/^root\b/, 'tree'));
    return [...(places.get(code) ?? []), ...keysOf(snakeCase(rest.slice(code.length)))];
  };
}

function snakeCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
