import { describe, expect, it } from '@jest/globals';
import { isLocalRequest } from './local-request.js';

const HERE = { remoteAddress: '127.0.0.1', headers: { host: 'localhost:3000' } };

describe('isLocalRequest', () => {
  it.each([
    ['a tool on this machine', {}],
    ['IPv6 loopback', { remoteAddress: '::1', headers: { host: '[::1]:3000' } }],
    ['IPv4 in IPv6', { remoteAddress: '::ffff:127.0.0.1' }],
    ['another loopback address', { remoteAddress: '127.8.8.8', headers: { host: '127.0.0.1' } }],
    ['a page of this server', { headers: { host: 'localhost:3000', origin: 'http://localhost:3000' } }],
    ['a host name in capitals', { headers: { host: 'LOCALHOST:3000' } }],
  ])('takes %s for local', (_who, request) => {
    expect(isLocalRequest({ ...HERE, ...request })).toBe(true);
  });

  it.each([
    ['a peer of the network', { remoteAddress: '192.168.1.7' }],
    ['a peer whose address begins alike', { remoteAddress: '::ffff:192.168.127.1' }],
    ['no address', { remoteAddress: undefined }],
    ['a foreign host name, rebound to this machine', { headers: { host: 'evil.example:3000' } }],
    ['a host name that only begins alike', { headers: { host: 'localhost.evil.example' } }],
    ['no host', { headers: {} }],
    ["another site's page", { headers: { host: 'localhost:3000', origin: 'https://evil.example' } }],
    ['a page of another port', { headers: { host: 'localhost:3000', origin: 'http://localhost:8080' } }],
    ['a page without an origin of its own', { headers: { host: 'localhost:3000', origin: 'null' } }],
    ...[
      'forwarded',
      'via',
      'x-real-ip',
      'x-client-ip',
      'true-client-ip',
      'x-forwarded',
      'x-forwarded-for',
    ].map(
      (name) =>
        [`a proxy that sends ${name}`, { headers: { host: 'localhost:3000', [name]: '127.0.0.1' } }] as const,
    ),
    ['a proxy that sends an empty header', { headers: { host: 'localhost:3000', 'x-forwarded-proto': '' } }],
  ])('does not take %s for local', (_who, request) => {
    expect(isLocalRequest({ ...HERE, ...request })).toBe(false);
  });
});
