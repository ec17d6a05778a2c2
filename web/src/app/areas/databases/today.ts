/** Today in Viet Nam as an ISO day. */
export function todayInVietNam(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(now);
}

export function thisYear(now: Date = new Date()): string {
  return todayInVietNam(now).slice(0, 4);
}
