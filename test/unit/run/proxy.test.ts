/** Which proxy the environment or a PAC answer names. */
import { describe, expect, it } from 'vitest';
import { proxyFromEnvironment, proxyFromPac } from '../../../src/run/proxy.ts';

const SITE = 'https://s3.printum.io:443/';
const SQUID = { scheme: 'http', host: 'squid.corp', port: 3128, login: '' };
const HTTPS_PROXY = 'http://squid.corp:3128';

describe('proxyFromEnvironment', () => {
  it.each<[Readonly<Record<string, string>>, unknown]>([
    [{}, null],
    [{ HTTPS_PROXY: '' }, null],
    [{ HTTPS_PROXY }, SQUID],
    [{ https_proxy: HTTPS_PROXY, HTTPS_PROXY: 'http://other:1' }, SQUID],
    [{ ALL_PROXY: HTTPS_PROXY }, SQUID],
    // Other programs do not read it for https: either.
    [{ HTTP_PROXY: HTTPS_PROXY }, null],
    [{ HTTPS_PROXY: 'squid.corp:3128' }, SQUID],
    [{ HTTPS_PROXY: 'http://squid.corp' }, { ...SQUID, port: 80 }],
    [{ HTTPS_PROXY: 'socks5://squid.corp' }, { ...SQUID, scheme: 'socks5', port: 1080 }],
    [{ HTTPS_PROXY: 'http://[fd00::1]:3128' }, { ...SQUID, host: 'fd00::1' }],
    [{ HTTPS_PROXY: 'http://me:p%40ss@squid.corp:3128/' }, { ...SQUID, login: 'me:p@ss' }],
    [{ HTTPS_PROXY: 'http://me:100%@squid.corp:3128' }, { ...SQUID, login: 'me:100%' }],
    [{ HTTPS_PROXY: 'http://a b' }, { scheme: '?', host: '?', port: 1080, login: '' }],
  ])('reads %j', (environment, proxy) => {
    expect(proxyFromEnvironment(SITE, environment)).toEqual(proxy);
  });

  it.each([
    ['*', null],
    ['s3.printum.io', null],
    ['localhost, .printum.io', null],
    ['*.PRINTUM.io', null],
    ['printum.io:443', null],
    ['printum.io:8443', SQUID],
    ['ntum.io', SQUID],
    ['localhost 127.0.0.1', SQUID],
    [' , ', SQUID],
  ])('passes the proxy by where NO_PROXY is %j', (NO_PROXY, proxy) => {
    expect(proxyFromEnvironment(SITE, { HTTPS_PROXY, NO_PROXY })).toEqual(proxy);
  });
});

describe('proxyFromPac', () => {
  it.each([
    ['DIRECT', null],
    ['', null],
    ['PROXY squid.corp:3128; DIRECT', SQUID],
    ['DIRECT; PROXY squid.corp:3128', null],
    ['HTTPS squid.corp:3128', { ...SQUID, scheme: 'https' }],
    ['SOCKS5 squid.corp:1080', { ...SQUID, scheme: 'socks5', port: 1080 }],
    ['PROXY', { scheme: '?', host: '?', port: 1080, login: '' }],
  ])('reads %j', (answer, proxy) => {
    expect(proxyFromPac(answer)).toEqual(proxy);
  });
});
