import type { FrameworkDocument, LocalText, NodeDocument } from './framework-document.js';

/** What a copy is called, and why it is made. */
export interface CopyOf {
  readonly code: string;
  readonly author: string;
  readonly reason: string;
  readonly version?: string | undefined;
  readonly nameVi?: string | undefined;
  readonly nameEn?: string | undefined;
  readonly periodFrom?: string | undefined;
}

/**
 * A copy of a framework as a draft. What only the original has is left behind: the day it was issued, why it
 * is in its status, and the tables that were published by it, since nobody has published by the copy.
 */
export function copyDocument(original: FrameworkDocument, copy: CopyOf): FrameworkDocument {
  const { issued: _, status_reason: __, published: ___, ...rest } = original;
  const { from, to } = original.periods;
  const periods = copy.periodFrom === undefined ? original.periods : { from: copy.periodFrom };
  return {
    ...rest,
    code: copy.code,
    name: named(original.name, copy),
    version: copy.version ?? original.version,
    author: copy.author,
    change_reason: copy.reason,
    copied_from: original.code,
    periods: to !== undefined && (copy.periodFrom ?? from) <= to ? { ...periods, to } : periods,
    status: 'draft',
  };
}

/** What of a single node is changed; what is absent stays. */
export interface NodeEdit {
  readonly weight?: number | undefined;
  readonly scored?: boolean | undefined;
  readonly nameVi?: string | undefined;
  readonly nameEn?: string | undefined;
  /** Null takes it away. */
  readonly note?: string | null | undefined;
}

/** The document with one node changed; null where it has no such node. */
export function withNode(
  document: FrameworkDocument,
  code: string,
  edit: NodeEdit,
): FrameworkDocument | null {
  let found = false;
  const walk = (node: NodeDocument): NodeDocument => {
    const { children } = node;
    const below = children === undefined ? node : { ...node, children: children.map(walk) };
    if (node.code !== code) return below;
    found = true;
    return edited(below, edit);
  };
  const tree = walk(document.tree);
  return found ? { ...document, tree } : null;
}

function edited(node: NodeDocument, { weight, scored, note, ...names }: NodeEdit): NodeDocument {
  const { scored: _, note: __, ...rest } = node;
  const isScored = scored ?? node.scored ?? true;
  const words = note === undefined ? node.note : note;
  return {
    ...rest,
    name: named(node.name, names),
    ...(weight === undefined ? {} : { weight }),
    ...(isScored ? {} : { scored: false }),
    ...(words === undefined || words === null ? {} : { note: words }),
  } as NodeDocument;
}

function named(
  name: LocalText,
  { nameVi, nameEn }: { readonly nameVi?: string | undefined; readonly nameEn?: string | undefined },
): LocalText {
  return { vi: nameVi ?? name.vi, en: nameEn ?? name.en };
}
