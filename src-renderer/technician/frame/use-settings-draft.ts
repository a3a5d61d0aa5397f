import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  FieldProblem,
  JsonObject,
  SaveOutcome,
  SettingsState,
} from '../../../src-main/contract/technician.ts';
import type { Draft, SaveProgress } from '../kit/draft-context.ts';
import { countChanges, readAt, writeAt } from '../kit/draft-path.ts';
import { isWithin, shownProblem, type Touched, touchedAtFirst } from '../kit/shown-problem.ts';
import { type Call, useCall } from '../kit/use-call.ts';

/** How long nothing must be typed until main is asked what is wrong (milliseconds). */
const checkAfterMs = 350;

const idle: SaveProgress = { step: 'idle' };

/** The draft from the settings that main told, until it is saved or thrown away. */
export function useSettingsDraft(told: SettingsState): Omit<Draft, 'revealed'> {
  const call = useCall();
  const [state, setState] = useState(told);
  const [draft, setDraft] = useState(told.draft);
  const [progress, setProgress] = useState(idle);
  const [problems, setProblems] = useChecked(call, draft, told);
  const { touched, setTouched, touch, forget } = useTouched(told);
  const changes = countChanges(state.draft, draft);
  const latest = useRef(draft);
  latest.current = draft;

  const change = useCallback((next: (last: JsonObject) => JsonObject): void => {
    setDraft((last) => withVersion(next(last)));
    setProgress((last) => (last.step === 'busy' ? last : idle));
  }, []);
  const set = useCallback<Draft['set']>(
    (path, value) => change((last) => writeAt(last, path, value)),
    [change],
  );
  const remove = useCallback<Draft['remove']>((path) => set(path, undefined), [set]);
  const replace = useCallback<Draft['replace']>((next) => change(() => next), [change]);

  const takeOver = (next: SettingsState): void => {
    setState(next);
    setDraft(next.draft);
    setProblems(next.draft, next.problems);
    setTouched(touchedAtFirst(next.revision, next.problems));
  };
  const settle = (outcome: SaveOutcome | undefined, sent: JsonObject, done: 'saved' | 'undone'): void => {
    if (outcome?.outcome === 'refused') {
      setProblems(sent, outcome.problems);
      setTouched((last) => new Set([...last, ...outcome.problems.map(({ field }) => field)]));
    }
    if (outcome?.outcome === 'saved') {
      // What was typed while it was being saved is kept.
      if (done === 'undone' || latest.current === sent) takeOver(outcome.state);
      else setState(outcome.state);
    }
    setProgress(progressOf(outcome, done));
  };
  const save = async (): Promise<void> => {
    if (progress.step === 'busy' || changes === 0) return;
    setProgress({ step: 'busy' });
    const reply = await call('save-settings', { revision: state.revision, draft });
    settle(reply.ok ? reply.answer : undefined, draft, 'saved');
  };
  const undo = async (): Promise<void> => {
    if (progress.step === 'busy') return;
    setProgress({ step: 'busy' });
    const reply = await call('undo-settings', { revision: state.revision });
    settle(reply.ok ? reply.answer : undefined, draft, 'undone');
  };
  const reread = async (): Promise<void> => {
    const reply = await call('read-settings', {});
    if (reply.ok) takeOver(reply.answer);
    setProgress(reply.ok ? idle : { step: 'failed' });
  };

  return {
    draft,
    problems,
    get: (path) => readAt(draft, path),
    set,
    remove,
    replace,
    problemAt: (path, whole = false) => shownProblem(problems, touched, path, whole),
    touch,
    forget,
    dirty: changes > 0,
    changes,
    save,
    undo,
    reread,
    progress,
    state,
  };
}

/** The first settings of all have no version yet; it is nothing that a technician could choose. */
function withVersion(draft: JsonObject): JsonObject {
  return 'version' in draft ? draft : { version: 1, ...draft };
}

/** The fields that somebody was in. */
function useTouched({ revision, problems }: SettingsState) {
  const [touched, setTouched] = useState<Touched>(() => touchedAtFirst(revision, problems));
  const touch = useCallback<Draft['touch']>(
    (path) => setTouched((last) => (last.has(path) ? last : new Set([...last, path]))),
    [],
  );
  const forget = useCallback<Draft['forget']>(
    (path) => setTouched((last) => new Set([...last].filter((field) => !isWithin(field, path)))),
    [],
  );
  return { touched, setTouched, touch, forget };
}

type SetProblems = (draft: JsonObject, problems: readonly FieldProblem[]) => void;

/** Main's findings about the draft, asked for a moment after each change. */
function useChecked(
  call: Call,
  draft: JsonObject,
  told: SettingsState,
): readonly [readonly FieldProblem[], SetProblems] {
  const [problems, setProblems] = useState(told.problems);
  const judged = useRef(told.draft);
  useEffect(() => {
    if (judged.current === draft) return undefined;
    let over = false;
    const timer = setTimeout(() => {
      void call('check-settings', { draft }).then((reply) => {
        if (over || !reply.ok) return;
        judged.current = draft;
        setProblems(reply.answer);
      });
    }, checkAfterMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [call, draft]);
  const take = useCallback<SetProblems>((about, found) => {
    judged.current = about;
    setProblems(found);
  }, []);
  return [problems, take];
}

function progressOf(outcome: SaveOutcome | undefined, done: 'saved' | 'undone'): SaveProgress {
  switch (outcome?.outcome) {
    case undefined:
      return { step: 'failed' };
    case 'saved':
      return { step: done };
    case 'failed':
      return { step: 'failed', code: outcome.code };
    case 'refused':
    case 'stale':
      return { step: outcome.outcome };
  }
}
