import { channelOf } from '../../../survey/channel.ts';
import { answeredName, isKept, newest, type Kept } from '../../../survey/draft.ts';
import { takeAnswer } from '../../../survey/handOver.ts';
import type { SideId } from '../../../survey/question.ts';
import { activeTime } from './activeTime.ts';
import { isFailed, orFailed } from '../../../browser/attempt.ts';
import { device } from '../../../browser/device.ts';
import { draftKeeper } from './draftKeeper.ts';
import { earlierTry } from './earlierTry.ts';
import { find, findAll } from '../../../browser/find.ts';
import { formView } from './formView.ts';
import { inDays } from '../../../browser/inDays.ts';
import { onDemand } from '../../../browser/onDemand.ts';
import { asideName, lookUp } from '../../../browser/lookUp.ts';
import { oneTab } from './oneTab.ts';
import { response } from './response.ts';
import { showDefects } from '../../../browser/showDefects.ts';
import { showPart } from './showPart.ts';
import type { Answers } from '../../../survey/answers.ts';

/** Turns the printed questionnaire into one screen after another, keeps what is answered, and sends it at the end. */
showDefects();
const survey = find(document, '[data-survey]');
const side = survey.dataset.survey as SideId;
const title = document.title;
survey.dataset.title = title;
const name = `survey-${side}`;
const disk = device(name, isKept);
const time = activeTime();
const earlier = earlierTry(survey);
let channel = channelOf(new URLSearchParams(location.search).get('from'));
const { instrument = '' } = survey.dataset;
const fetchLater = onDemand(() => import('./later.ts'));

const snapshot = (): Kept => {
  const outgoing = sent.kept();
  return {
    format: 1,
    side,
    instrument,
    at: Date.now(),
    ...form.read(),
    seconds: time.seconds(),
    channel,
    ...(outgoing !== undefined && { outgoing }),
  };
};
const keeper = draftKeeper(survey, disk, snapshot);

const sent = response(survey, title, keeper, {
  stopAt: (variable, sentence) => {
    time.start(time.seconds());
    return form.stopAt(variable, sentence);
  },
  fetchLater,
});

const form = formView(survey, {
  begun: () => {
    time.start(0);
    keeper.start();
  },
  changed: keeper.changed,
  answered: () => {
    sent.prepare();
    // For the review, and for a receipt on a connection that is gone by then.
    void orFailed(fetchLater(false));
  },
  review: (...shown) =>
    void orFailed(
      fetchLater(false).then(({ showReview }) => {
        showReview(survey, ...shown);
      }),
    ),
  ended: (chosen) => void end(chosen),
  send: (answers) => void send(answers),
});

/** Nothing stays on the device. The code of an earlier try that may have arrived stays on the page: nothing else leads to it. */
function takeOffDevice(): void {
  earlier.show(sent.kept());
  keeper.over();
  sent.forget();
}

/** Ends without sending anything. Where the network is away the person is not counted and gets no calendar file. */
async function end({ id }: HTMLInputElement): Promise<void> {
  const ended = find(survey, '[data-ended]');
  for (const ending of findAll(ended, '[data-ending]')) ending.hidden = ending.dataset.ending !== id;
  const fitsLater = ended.querySelector('[data-ending]:not([hidden]) [data-dated]') !== null;
  takeOffDevice();
  find(ended, '[data-nothing-sent]').hidden = earlier.isShown();
  time.stop();
  form.empty();
  showPart(survey, 'ended');
  earlier.focus();
  document.title = title;
  const later = await orFailed(fetchLater(false));
  if (!isFailed(later)) later.finishEnding(ended, side, fitsLater);
}

async function send(answers: Answers): Promise<void> {
  time.stop();
  const { consent = '', months, longest } = survey.dataset;
  await sent.send(({ id, receipt }) => ({
    id,
    side,
    instrument,
    consent,
    months: Number(months),
    receipt,
    answers,
    seconds: Math.min(time.seconds(), Number(longest)),
    channel,
  }));
}

find(survey, '[data-hurry]').addEventListener('click', () => {
  // The button goes while it is tried, and the focus of a keyboard with it.
  find(survey, '[data-outbox] h2').focus();
  if (!sent.hurry()) void send(form.answers());
});
find(survey, '[data-reload]').addEventListener('click', () => {
  location.reload();
});
find(survey, '[data-restart]').addEventListener('click', () => {
  location.replace(location.pathname + location.search);
});
find(survey, '[data-change]').addEventListener('click', () => {
  if (!sent.change()) return;
  time.start(time.seconds());
  showPart(survey, 'form');
  form.review();
});
find(survey, '[data-clear]').addEventListener('click', () => {
  takeOffDevice();
  time.stop();
  form.clear();
  (find(survey, '[data-kept-clear]') as HTMLDetailsElement).open = false;
  form.say('clearedAll');
  earlier.focus();
});
// Where nothing can be kept, answers and receipt live in this page alone.
addEventListener('beforeunload', (event) => {
  if (!keeper.isKept() && Object.keys(form.answers()).length > 0) event.preventDefault();
});

/** Goes on where this device was left: at a question, in the outbox, or at a receipt. */
async function restore(kept: Kept): Promise<void> {
  form.fill(kept);
  channel = kept.channel;
  time.start(kept.seconds);
  if (await sent.restore(kept.outgoing)) return;
  showPart(survey, 'form');
  const submission = kept.outgoing?.submission;
  let { screen } = kept;
  // Of a draft that was begun before the questions changed.
  if ((submission ?? kept).instrument !== instrument) {
    const told = await orFailed(fetchLater(false).then(({ showChanges }) => showChanges(survey, kept)));
    if (!isFailed(told)) screen = told;
    find(survey, '[data-changed]').hidden = false;
  }
  if (form.agreed()) keeper.start();
  form.open(screen);
  if (!sent.goOn()) form.say('restored', inDays(kept.at));
}

/** Sets aside what cannot be read, before anything is written in its place: where that fails, nothing is written. */
async function putAside(...texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  const isAside = await orFailed(fetchLater(false).then(({ setAside }) => setAside(name, texts)));
  if (isAside !== true) keeper.block();
}

const isThere = async (what: string): Promise<boolean> =>
  (await lookUp(what, (found): found is unknown => found !== null)).kept.length > 0;

/** Milliseconds until the page shows all questions one under another (styles/survey.css): so long it waits for what the device keeps. */
const untilPrinted = (): number =>
  Number.parseFloat(getComputedStyle(survey).getPropertyValue('--wait')) * 1_000;

async function goOn(): Promise<void> {
  const { kept, strange, unread } = await disk.read(untilPrinted());
  await putAside(...strange);
  let found = newest(kept, Date.now());
  const brought = takeAnswer(() => sessionStorage, side);
  if (found !== null && isFailed(await orFailed(restore(found)))) {
    keeper.stop();
    sent.forget();
    form.empty();
    await putAside(JSON.stringify(found));
    found = null;
  }
  if (found === null) {
    if (kept.length + strange.length > 0 && keeper.isKept()) void disk.clear();
    form.fill(null);
    showPart(survey, 'form');
    if (brought !== null) form.answer(brought.variable, brought.code);
    form.open('start');
    if (unread === 'late') form.say('late');
  }
  if ((await isThere(answeredName(side))) || (await isThere(asideName(name))))
    await orFailed(fetchLater(false).then(({ showNotes }) => showNotes(survey, side)));
}

const take = oneTab(side, {
  mine: () => void goOn(),
  theirs: () => {
    showPart(survey, 'busy');
  },
  lost: () => {
    keeper.stop();
    sent.lose();
    showPart(survey, 'busy');
  },
});
find(survey, '[data-take]').addEventListener('click', take);
