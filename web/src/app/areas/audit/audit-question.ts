/** The filters of an address, as they were typed. */
export interface AuditAddress {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: string | undefined;
  readonly q?: string | undefined;
  readonly person?: string | undefined;
  readonly page?: string | undefined;
}

export interface AuditQuestion {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly action: string | undefined;
  readonly outcome: 'done' | 'refused' | undefined;
  readonly q: string | undefined;
  readonly person: string | undefined;
  readonly page: number;
  readonly size: number;
}

export const PAGE_SIZE = 50;

/** What an address asks of the trail; what it cannot mean is left out. */
export function auditQuestion(address: AuditAddress): AuditQuestion {
  const given = (text: string | undefined) => (text === undefined || text.trim() === '' ? undefined : text);
  const day = (text: string | undefined) => (/^\d{4}-\d{2}-\d{2}$/.test(text ?? '') ? text : undefined);
  const outcome = address.outcome;
  return {
    from: day(address.from),
    to: day(address.to),
    action: given(address.action),
    outcome: outcome === 'done' || outcome === 'refused' ? outcome : undefined,
    q: given(address.q)?.trim().slice(0, 200),
    person: /^[0-9a-f-]{36}$/.test(address.person ?? '') ? address.person : undefined,
    page: /^[1-9]\d{0,5}$/.test(address.page ?? '') ? Number(address.page) : 1,
    size: PAGE_SIZE,
  };
}
