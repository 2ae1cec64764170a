import { describe, expect, it } from 'vitest';
import { SvgContext } from '../../../../src/charts/canvas/svgContext.ts';

const context = () =>
  new SvgContext(
    100,
    50,
    { size: 14, colour: 'var(--ink)', family: (typeface) => `var(--${typeface})` },
    (text) => text.length * 7,
  );

describe('SvgContext', () => {
  it('writes shapes with what they say beyond the root', () => {
    const ctx = context();
    ctx.fillRect(0.04, 1.26, 10, 10);
    ctx.fillStyle = 'var(--seeker)';
    ctx.beginPath();
    ctx.arc(5, 5, 4.5, 0, 2 * Math.PI);
    ctx.fill();
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(0, 0);
    ctx.lineTo(9, 0);
    ctx.stroke();
    expect(ctx.elements).toEqual([
      '<path d="M0 1.3h10v10h-10z"/>',
      '<circle cx="5" cy="5" r="4.5" fill="var(--seeker)"/>',
      '<path d="M0 0L9 0" stroke="var(--ink)" stroke-width="2"/>',
    ]);
  });

  it('gives back what it saved', () => {
    const ctx = context();
    ctx.save();
    ctx.translate(5, 5);
    ctx.setLineDash([4, 3]);
    ctx.strokeStyle = 'var(--line)';
    ctx.restore();
    ctx.strokeRect(0, 0, 2, 2);
    expect(ctx.elements).toEqual(['<path d="M0 0h2v2h-2z" fill="none" stroke="var(--ink)"/>']);
  });

  it('keeps the runs of a label in one element', () => {
    const ctx = context();
    ctx.writeLabel({
      x: 1,
      y: 2,
      size: 14,
      runs: [
        { text: 'Job seekers', weight: 600, colour: 'var(--seeker)' },
        { text: ' n = 87', colour: 'var(--ink)' },
      ],
    });
    expect(ctx.elements).toEqual([
      '<text x="1" y="2" fill="var(--seeker)"><tspan font-weight="600">Job seekers</tspan><tspan color="var(--ink)" fill="currentColor"> n = 87</tspan></text>',
    ]);
  });

  it.each([
    [
      'turn',
      (ctx: SvgContext) => {
        ctx.rotate(1);
      },
    ],
    [
      'scale',
      (ctx: SvgContext) => {
        ctx.setTransform(2, 0, 0, 2, 0, 0);
      },
    ],
    [
      'half a circle',
      (ctx: SvgContext) => {
        ctx.arc(0, 0, 1, 0, 1);
      },
    ],
    [
      'a clip that is no rectangle',
      (ctx: SvgContext) => {
        ctx.clip();
      },
    ],
    [
      'a place that is no number',
      (ctx: SvgContext) => {
        ctx.moveTo(Number.NaN, 0);
      },
    ],
    [
      'a mark in a clip',
      (ctx: SvgContext) => {
        ctx.rect(0, 0, 9, 9);
        ctx.clip();
        ctx.fillRect(0, 0, 1, 1);
      },
    ],
    [
      'an axis label outside its axis',
      (ctx: SvgContext) => {
        ctx.rect(0, 0, 9, 9);
        ctx.clip();
        ctx.fillText('a', 20, 0);
      },
    ],
  ])('refuses %s', (_what, act) => {
    expect(() => {
      act(context());
    }).toThrow(Error);
  });
});
