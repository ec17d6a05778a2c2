import type { InventoryState } from '../../api-client/models/inventory-state.js';
import type { RegisterQuestion } from './databases-client.js';

export const INVENTORY_STATES: readonly InventoryState[] = [
  'none',
  'assessed',
  'sent',
  'returned',
  'verified',
  'remedied',
  'reported',
];
export const PAGE_SIZE = 50;

/** The filters of an address, as they were typed. */
export interface RegisterAddress {
  readonly unit?: string | undefined;
  readonly class?: string | undefined;
  readonly mark?: string | undefined;
  readonly inventory?: string | undefined;
  readonly state?: string | undefined;
  readonly q?: string | undefined;
  readonly page?: string | undefined;
}

/** What an address asks of the register; what it cannot mean is left out. */
export function registerQuestion(
  address: RegisterAddress,
  dataSet: string,
  period: string,
): RegisterQuestion {
  const given = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text);
  const inventory = INVENTORY_STATES.find((state) => state === address.inventory);
  const page = /^[1-9]\d{0,4}$/.test(address.page ?? '') ? Number(address.page) : 1;
  return {
    dataSet,
    period,
    unit: given(address.unit),
    class: given(address.class),
    mark: given(address.mark),
    inventory,
    state: address.state === 'closed' ? 'closed' : 'open',
    q: given(address.q)?.trim().slice(0, 100),
    page,
    size: PAGE_SIZE,
  };
}

/** A filter narrows the list when it is neither absent nor the open entries that are shown anyhow. */
export function isNarrowed({ unit, class: of, mark, inventory, q, state }: RegisterQuestion): boolean {
  return [unit, of, mark, inventory, q].some((filter) => filter !== undefined) || state === 'closed';
}
