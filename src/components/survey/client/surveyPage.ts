import { channelOf } from '../../../survey/channel.ts';
import { newest, type Kept, type Outgoing } from '../../../survey/draft.ts';
import { takeAnswer } from '../../../survey/handOver.ts';
import type { Given } from '../../../survey/offRoute.ts';
import type { SideId } from '../../../survey/question.ts';
import type { Submission } from '../../../survey/submission.ts';
import { activeTime } from './activeTime.ts';
import { device } from '../../../browser/device.ts';
import { draftKeeper } from './draftKeeper.ts';
import { find, findAll } from '../../../browser/find.ts';
import { formView } from './formView.ts';
import { inDays } from '../../../browser/inDays.ts';
import { makeIdentity } from '../../../browser/makeIdentity.ts';
import { onDemand } from '../../../browser/onDemand.ts';
import { oneTab } from './oneTab.ts';
import { outbox, type Sending, type Stopped } from '../../../browser/outbox.ts';
import { showOutbox, type Arrived } from './showOutbox.ts';
import { showPart } from './showPart.ts';
// With this page’s script, because a script of its own would be one more request.
import '../../compare/client/waitForSending.ts';

/** Turns the printed questionnaire into one screen after another, keeps what is answered, and sends it at the end. */
const survey = find(document, '[data-survey]');
const side = survey.dataset.survey as SideId;
const title = document.title;
survey.dataset.title = title;
const disk = device<Kept>(`survey-${side}`);
const time = activeTime();
let channel = channelOf(new URLSearchParams(location.search).get('from'));
let outgoing: Outgoing | undefined;
const { instrument = '' } = survey.dataset;

const snapshot = (): Kept => ({
  format: 1,
  side,
  instrument,
  at: Date.now(),
  ...form.read(),
  seconds: time.seconds(),
  channel,
  ...(outgoing !== undefined && { outgoing }),
});
const keeper = draftKeeper(survey, disk, snapshot);

const form = formView(survey, {
  begun: () => {
    time.start(0);
    keeper.start();
  },
  changed: keeper.changed,
  answered: () => {
    sender.prepare();
  },
  ended: (chosen) => void end(chosen),
  send: (answers) => void send(answers),
});
const fetchLater = onDemand(() => import('./later.ts'));
/** Between two tries to load what shows the receipt. */
const secondsToThanks = 3;

const sender = outbox<Submission>({
  purpose: 'response',
  fetchDelivery: onDemand(() => import('./deliver.ts')),
  trap: () => (find(survey, '[data-trap]') as HTMLInputElement).value,
  isKept: keeper.isKept,
  show,
  arrived: (arrived) => void finish(arrived),
  stopped: (outcome) => void stopped(outcome),
});

function show(state: Sending | Stopped | Arrived): void {
  const isOpen = !find(survey, '[data-outbox]').hidden;
  showOutbox(survey, state, keeper.isKept() ? Date.now() : null);
  if (!isOpen) showPart(survey, 'outbox');
}

/** Ends without sending anything. Where the network is away the person is not counted and gets no calendar file. */
async function end({ id }: HTMLInputElement): Promise<void> {
  const ended = find(survey, '[data-ended]');
  for (const ending of findAll(ended, '[data-ending]')) ending.hidden = ending.dataset.ending !== id;
  const fitsLater = ended.querySelector('[data-ending]:not([hidden]) [data-dated]') !== null;
  // An earlier try may have arrived all the same.
  find(ended, '[data-nothing-sent]').hidden = outgoing !== undefined;
  keeper.stop();
  time.stop();
  form.empty();
  showPart(survey, 'ended');
  document.title = title;
  await disk.clear();
  (await fetchLater(false))?.finishEnding(ended, side, fitsLater);
}

/** Puts the response into the outbox, on the device, before anything is sent. */
async function send(answers: Given): Promise<void> {
  const identity = outgoing?.identity ?? (await makeIdentity());
  time.stop();
  const { consent = '', months, longest } = survey.dataset;
  const submission: Submission = {
    id: identity.id,
    side,
    instrument,
    consent,
    months: Number(months),
    receipt: identity.receipt,
    answers,
    seconds: Math.min(time.seconds(), Number(longest)),
    channel,
  };
  outgoing = { identity, firstTry: outgoing?.firstTry ?? JSON.stringify(answers), submission };
  show({ is: 'sending' });
  void fetchLater(false);
  await keeper.write();
  sender.send(submission);
}

/** The server has it: that is kept until the receipt was seen, then nothing of it stays on the device. */
async function finish(arrived: 'stored' | 'stored_before'): Promise<void> {
  if (outgoing === undefined) return;
  outgoing = { ...outgoing, arrived };
  await keeper.write();
  await showReceiptOnce(outgoing);
}

async function showReceiptOnce(sent: Outgoing): Promise<void> {
  const thanks = await fetchLater(keeper.isKept());
  if (thanks === undefined) {
    show({ is: 'arrived' });
    setTimeout(() => void showReceiptOnce(sent), secondsToThanks * 1000);
    return;
  }
  thanks.showThanks(survey, sent, title);
  await thanks.seen();
  keeper.stop();
  await disk.clear();
}

/** Goes back to the questions with the same response, so that it can only ever be kept once. */
async function changeAnswers({ identity, firstTry }: Outgoing, isRefused: boolean): Promise<void> {
  // A refused try left nothing behind that a later one could disagree with.
  outgoing = { identity, ...(!isRefused && firstTry !== undefined && { firstTry }) };
  time.start(time.seconds());
  await keeper.write();
}

async function stopped(outcome: Stopped): Promise<void> {
  if (outgoing === undefined) return;
  if (outcome.status === 'withdrawn') {
    keeper.stop();
    await disk.clear();
    show(outcome);
    return;
  }
  await changeAnswers(outgoing, true);
  // What stands in the way is the id or the receipt, so the next try gets others.
  if (outcome.code === 'conflict') outgoing = undefined;
  if (outcome.variable !== undefined) {
    showPart(survey, 'form');
    if (form.stopAt(outcome.variable, outcome.sentence)) return;
  }
  show(outcome);
}

find(survey, '[data-hurry]').addEventListener('click', sender.hurry);
find(survey, '[data-restart]').addEventListener('click', () => {
  location.replace(location.pathname);
});
find(survey, '[data-change]').addEventListener('click', () => {
  if (!sender.takeBack() || outgoing === undefined) return;
  void changeAnswers(outgoing, outgoing.submission === undefined);
  showPart(survey, 'form');
  form.review();
});
find(survey, '[data-clear]').addEventListener('click', () => {
  keeper.stop();
  outgoing = undefined;
  void disk.clear();
  time.stop();
  form.clear();
  (find(survey, '[data-kept-clear]') as HTMLDetailsElement).open = false;
  form.say('clearedAll');
});
// Where nothing can be kept the answers live in this page alone.
addEventListener('beforeunload', (event) => {
  const isSent = outgoing?.arrived !== undefined;
  if (!keeper.isKept() && !isSent && Object.keys(form.answers()).length > 0) event.preventDefault();
});

/** Goes on where this device was left: at a question, in the outbox, or at a receipt that was not shown yet. */
async function goOn(): Promise<void> {
  const found = await disk.read();
  const kept = newest(found, side, Date.now());
  const brought = takeAnswer(() => sessionStorage, side);
  form.fill(kept);
  showPart(survey, 'form');
  if (kept === null) {
    if (brought !== null) form.answer(brought.variable, brought.code);
    if (found.length > 0) void disk.clear();
    form.open('start');
    return;
  }
  channel = kept.channel;
  outgoing = kept.outgoing;
  time.start(kept.seconds);
  if (outgoing?.arrived !== undefined) {
    await showReceiptOnce(outgoing);
    return;
  }
  const submission = outgoing?.submission;
  let { screen } = kept;
  // Of a draft that was begun before the questions changed.
  if ((submission ?? kept).instrument !== instrument) {
    screen = (await (await fetchLater(false))?.showChanges(survey, kept)) ?? screen;
    find(survey, '[data-changed]').hidden = false;
  }
  if (form.agreed()) keeper.start();
  form.open(screen);
  if (submission === undefined) form.say('restored', inDays(kept.at));
  else sender.send(submission);
}

const take = oneTab(side, {
  mine: () => void goOn(),
  theirs: () => {
    showPart(survey, 'busy');
  },
  lost: () => {
    keeper.stop();
    sender.takeBack();
    showPart(survey, 'busy');
  },
});
find(survey, '[data-take]').addEventListener('click', take);
