import type { Dataset, EarlierPeriod } from '../../model/dataset.js';
import type { Framework } from '../../model/framework.js';
import { elementsOf } from '../indicators/indicator.js';
import { isLeaf, walk } from '../tree.js';

/** The data elements that the leaves of a framework are worked out from. */
export function elementsAsked(framework: Framework): ReadonlySet<string> {
  const elements = new Set<string>();
  walk(framework.root, (node) => {
    if (isLeaf(node)) for (const element of elementsOf(node)) elements.add(element);
  });
  return elements;
}

/** A data set without the cells and columns of the data elements that are not kept, in every period. */
export function keepElements(dataset: Dataset, kept: (element: string) => boolean): Dataset {
  const earlier = dataset.earlier?.map((period) => ofPeriod(period, kept));
  return { ...dataset, ...ofPeriod(dataset, kept), ...(earlier === undefined ? {} : { earlier }) };
}

function ofPeriod({ cells, columns }: EarlierPeriod, kept: (element: string) => boolean): EarlierPeriod {
  return {
    ...(cells === undefined ? {} : { cells: cells.filter(({ element }) => kept(element)) }),
    ...(columns === undefined ? {} : { columns: columns.filter(({ element }) => kept(element)) }),
  };
}
