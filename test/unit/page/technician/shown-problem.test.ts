import { describe, expect, it } from 'vitest';
import { shownProblem, touchedAtFirst } from '../../../../src-renderer/technician/kit/shown-problem.ts';

const problems = [
  { field: 'erps[0].baseUrl', message: 'falta preencher' },
  { field: 'erps[0].successWords[1]', message: 'curto' },
  { field: 'erps[0].successWordsToo', message: 'de outro campo' },
];

describe('a problem is shown at its field', () => {
  it('only once somebody was in it, or was led to it', () => {
    expect(shownProblem(problems, new Set(), 'erps[0].baseUrl', false)).toBeUndefined();
    expect(shownProblem(problems, new Set(['erps[0].id']), 'erps[0].baseUrl', false)).toBeUndefined();
    expect(shownProblem(problems, new Set(['erps[0].baseUrl']), 'erps[0].baseUrl', false)).toBe(
      'falta preencher',
    );
  });

  it.each(['erps[0].successWords', 'erps[0].successWords[1]'])(
    'and at the list that it is a line of, once %s was touched',
    (path) => {
      const touched = new Set([path]);
      expect(shownProblem(problems, touched, 'erps[0].successWords', true)).toBe('curto');
      expect(shownProblem(problems, touched, 'erps[0].successWords', false)).toBeUndefined();
    },
  );
});

describe('when the settings were just read', () => {
  it('what the file gets wrong is shown', () => {
    expect(touchedAtFirst(7, problems).has('erps[0].baseUrl')).toBe(true);
  });

  it('nothing of a first start is, where everything is missing', () => {
    expect(touchedAtFirst(0, problems).size).toBe(0);
  });
});
