import { describe, expect, it } from '@jest/globals';
import { LOOK } from '../../../testing/look.js';
import { chartGround, escapeHtml } from './chart-look.js';

describe('what every chart starts from', () => {
  it('does not move where less motion is asked for', () => {
    expect(chartGround(LOOK).animation).toBe(true);
    expect(chartGround({ ...LOOK, still: true }).animation).toBe(false);
  });
});

describe('a name in a tooltip', () => {
  it('is text and never markup', () => {
    expect(escapeHtml('<img src=x onerror="a()"> & \'b\'')).toBe(
      '&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; &#39;b&#39;',
    );
  });
});
