const VIET_NAM_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** Today's calendar day in Viet Nam, `2025-07-01`. */
export function today(): string {
  return VIET_NAM_DAY.format(new Date());
}
