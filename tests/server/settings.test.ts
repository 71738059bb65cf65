import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { LIMITS } from '#server/limits.ts';
import { readSettings } from '#server/settings.ts';

it('needs no setting at all', () => {
  expect(readSettings({}, '/office')).toEqual({
    host: 'localhost',
    port: 4300,
    portMayMove: true,
    data: resolve('/office/data'),
    dataLimit: null,
    build: resolve(import.meta.dirname, '../../build'),
    origins: [],
    limits: LIMITS,
    log: 'faults',
    tls: null,
    claimPassword: null
  });
});

it('takes folders from where it stands, and several origins', () => {
  const settings = readSettings(
    {
      HOST: '0.0.0.0',
      PORT: '0',
      JIBIAO_DATA: 'kept',
      JIBIAO_CLAIM_PASSWORD_FILE: 'password.txt',
      JIBIAO_ORIGINS: 'https://jx.example.gov.cn/, http://localhost:5173'
    },
    '/office'
  );
  expect(settings).toMatchObject({ host: '0.0.0.0', port: 0, portMayMove: false });
  expect(settings.data).toBe(resolve('/office/kept'));
  expect(settings.claimPassword).toBe(resolve('/office/password.txt'));
  expect(settings.origins).toEqual(['https://jx.example.gov.cn', 'http://localhost:5173']);
});

it('names the value that it cannot use', () => {
  for (const port of ['-1', '65536', '4300x', '1e3']) {
    expect(() => readSettings({ PORT: port }, '/')).toThrow(`“${port}”`);
  }
  expect(() => readSettings({ JIBIAO_WORKBOOKS: '0' }, '/')).toThrow('“0”');
  expect(() => readSettings({ JIBIAO_DATA_LIMIT: '0' }, '/')).toThrow('“0”');
  expect(() => readSettings({ JIBIAO_LOG: 'loud' }, '/')).toThrow('“loud”');
  expect(() => readSettings({ JIBIAO_TLS_CERT: 'own.crt' }, '/')).toThrow('JIBIAO_TLS_KEY');
  for (const origin of ['jx.example.gov.cn', 'file:///etc']) {
    expect(() => readSettings({ JIBIAO_ORIGINS: origin }, '/')).toThrow(`“${origin}”`);
  }
});
