import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** A key of the throttle's table: it tells nobody which account or address it counts. */
export function throttleKey(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url');
}

/**
 * What counts as one address: IPv4 as it is; of IPv6 the network of 64 bits, which one household or one
 * server has to itself; IPv4 written as IPv6 is IPv4.
 */
export function addressGroup(address: string | null): string {
  if (address === null) return 'none';
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const plain = address.split('%')[0] ?? '';
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = plain.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const [before, after] = [groups(head), groups(tail ?? '')];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
