import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { papers, posters } from '../../src/components/passing/posters.ts';
import { channelOf } from '../../src/survey/channel.ts';
import { fileOf, pageOf, pages } from './harness/site.ts';

const { $ } = pageOf('/pass-it-on/');
const channelIn = (address: string | undefined) =>
  channelOf(new URL(address ?? '', 'https://site.invalid').searchParams.get('from'));

test('every poster is there on both papers, one page each, of the paper’s size', () => {
  const links = $('a[href$=".pdf"]').toArray();
  expect(links).toHaveLength(posters.length * papers.length);
  for (const link of links) {
    const href = $(link).attr('href') ?? '';
    const pdf = readFileSync(fileOf(new URL(href, 'https://site.invalid').href), 'latin1');
    const paper = papers.find(({ id }) => href.endsWith(`-${id}.pdf`));
    expect(pdf.slice(0, 5), href).toBe('%PDF-');
    const boxes = [...pdf.matchAll(/\/MediaBox \[([\d. ]+)\]/g)].map(([, box = '']) =>
      box.split(' ').map(Number),
    );
    expect(boxes, href).toHaveLength(1);
    expect(boxes[0]?.[2]).toBeCloseTo(paper?.width ?? 0, 0);
    expect(boxes[0]?.[3]).toBeCloseTo(paper?.height ?? 0, 0);
    expect(pdf.length).toBeLessThan(150_000);
  }
});

test('what is pasted says where it stands, and loads nothing', () => {
  expect($('.letter p').last().text()).toMatch(/\/survey\/\?from=newsletter$/);
  const code = load($('pre').text(), null, false);
  expect(channelIn(code('a').attr('href'))).toBe('embed');
  expect(code('script, iframe, img, link, style, [style]')).toHaveLength(0);
});

test('the foot of every page leads there', () => {
  for (const { path, $: page } of pages)
    if (page('.foot').length > 0) expect(page('.foot a[href="/pass-it-on/"]').length, path).toBe(1);
});
