import { offRoute } from '../../../survey/offRoute.ts';
import type { SideId } from '../../../survey/question.ts';
import { isShown } from '../../../survey/routing.ts';
import { answersOf, clearField, keepOneAnswer } from './answers.ts';
import { find } from './find.ts';
import { goOnBar } from './goOnBar.ts';
import { onKey } from './keyboard.ts';
import { showRouted, shuffleOptions } from './options.ts';
import { clearProblems, problemsOf, showFailure, showProblems, type Problem } from './problems.ts';
import { readPage, type Screen } from './readPage.ts';
import { screens } from './screens.ts';
import { sending } from './sending.ts';
import { showCounts, showScreenedOut } from './showCounts.ts';
import { showProgress } from './showProgress.ts';
import { showThanks } from './showThanks.ts';

/** Turns the printed questionnaire into one question a screen, and sends the answers at the end. */
const survey = find(document, '[data-survey]');
const form = find(survey, 'form');
const all = readPage(form);
const questions = all.filter(({ fields }) => fields.length > 0);
const fields = questions.flatMap((screen) => screen.fields);
const answers = () => answersOf(fields);
const shownFields = (screen: Screen) => screen.fields.filter((field) => isShown(field, answers()));
const isOnRoute = (screen: Screen) => screen.fields.length === 0 || shownFields(screen).length > 0;
const title = document.title;
const noReply = 'They are safe on this page. The server did not reply.';
let isSending = false;
let isSent = false;

shuffleOptions(form);
fields.forEach(keepOneAnswer);

const view = screens(all, {
  isOnRoute,
  leave: () => {
    clearProblems(form, fields);
    const off = new Set(offRoute(fields, answers()));
    fields.filter(({ id }) => off.has(id)).forEach(clearField);
    const [what, them] = off.size === 1 ? ['1 answer', 'it does'] : [`${off.size} answers`, 'they do'];
    find(survey, '[data-status]').textContent =
      off.size === 0
        ? ''
        : `We cleared ${what} you gave before: after your change ${them} not apply any more.`;
  },
  opened: (screen) => {
    showRouted(screen, answers());
    bar.under(screen, screen === all[0]);
    const words = showProgress(survey, questions, screen, answers()) ?? screen.heading.textContent;
    document.title = screen === all[0] ? title : `${words} · ${title}`;
    find(survey, 'h1').classList.toggle('vh', screen !== all[0]);
    if (screen.fields.length > 0) return;
    showCounts(survey, questions, answers());
    showScreenedOut(survey, questions);
  },
});

const bar = goOnBar(form, {
  back: () => {
    if (!isSending) view.back();
  },
  skip: () => {
    view.now().fields.forEach(clearField);
    view.forward();
  },
});

/** Opens the screen where something has to be changed, and says what. */
function stopAt(screen: Screen, problems: readonly Problem[]): void {
  if (screen !== view.now()) view.go(screen);
  clearProblems(form, fields);
  showProblems(form, problems);
  document.title = `Error: ${document.title.replace(/^Error: /, '')}`;
}

/** Goes on from a screen unless something on it has to be changed first. */
function goOnFrom(screen: Screen): void {
  const problems = problemsOf(shownFields(screen));
  if (problems.length > 0) stopAt(screen, problems);
  else view.forward();
}

const send = sending(survey.dataset.survey as SideId, survey.dataset.instrument ?? '');

async function sendAnswers(): Promise<void> {
  const unfinished = questions.find((screen) => problemsOf(shownFields(screen)).length > 0);
  if (unfinished !== undefined) {
    stopAt(unfinished, problemsOf(shownFields(unfinished)));
    return;
  }
  clearProblems(form, fields);
  isSending = true;
  bar.wait(true);
  const sent = await send(answers());
  isSending = false;
  bar.wait(false);
  isSent = sent.status === 'stored' || sent.status === 'stored_before';
  if (isSent) {
    showThanks(survey, sent, title);
    return;
  }
  const sentence = 'sentence' in sent ? sent.sentence : undefined;
  const screen = questions.find(({ fields }) => fields.some(({ id }) => id === sent.variable));
  const field = screen?.fields.find(({ id }) => id === sent.variable);
  if (screen !== undefined && field !== undefined && sentence !== undefined)
    stopAt(screen, [{ field, sentence }]);
  else showFailure(form, sentence ?? noReply, sentence === undefined);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (isSending || isSent) return;
  if (view.now() === all.at(-1)) void sendAnswers();
  else goOnFrom(view.now());
});
form.addEventListener('change', () => {
  showProgress(survey, questions, view.now(), answers());
});
document.addEventListener('keydown', (event) => {
  if (!isSent)
    onKey(event, view.now(), () => {
      (form as HTMLFormElement).requestSubmit();
    });
});
// The answers live in this page alone until drafts are kept on the device.
addEventListener('beforeunload', (event) => {
  if (!isSent && Object.keys(answers()).length > 0) event.preventDefault();
});

form.dataset.running = '';
view.start();
