/** What the discussion of each chart asks its readers, by the id of the chart. */
const questions: Readonly<Record<string, string>> = {
  outcome: 'How did your last application end, and how did you find out?',
  promise: 'Were you told by when you would hear? Did you?',
  asking: 'Have you asked for a reason, or been asked for one? What came of it?',
  'explanation-ladder': 'What stood after “because” in the last no you got, or sent?',
  'told-by-day': 'After how many days is a late no worse than none?',
  'told-by-stage': 'From which step on does an employer owe an answer?',
  'most-useful': 'Which one thing could they have told you that you would have used?',
  waiting: 'What did you put off while you waited?',
  hours: 'What did you put into an application, and what would have been a fair answer to it?',
  clarity: 'Which sentence of a rejection told you something, and which told you nothing?',
  confidence: 'What did the last no do to the application after it?',
  'apply-again': 'What would make you apply again where you were turned down?',
  barriers: 'If you turn people down: what keeps you from saying why?',
  support: 'What would your team need to give a reason to everybody you interviewed?',
  'legal-worry': 'Has a reason you gave ever come back to you, or was it the worry that it might?',
  'who-answered': 'Who is missing here, and how would we reach them?',
  'how-told': 'A call, a letter, a status in a portal: how should a no arrive?',
  'known-not-said': 'If you decide about people: what did you know and not pass on?',
};

/** The question of a chart’s discussion. @throws where the chart has none */
export function questionOf(chart: string): string {
  const question = questions[chart];
  if (question === undefined)
    throw new Error(
      `The discussion of “${chart}” asks nothing: add its question to src/components/thread/questionOf.ts.`,
    );
  return question;
}
