import { renderSurveyInline } from '@formbricks/surveys';
import questions from 'questions';

renderSurveyInline({
  containerId: 'root',
  brandColor: '#1d4ed8',
  isBrandingEnabled: false,
  styling: {},
  survey: {
    id: 'survey',
    name: 'Survey',
    type: 'link',
    welcomeCard: { enabled: false },
    thankYouCard: { enabled: false },
    hiddenFields: { enabled: false },
    questions: questions.map(({ id, wording, options }) => ({
      id,
      type: 'multipleChoiceSingle',
      headline: wording,
      required: true,
      shuffleOption: 'none',
      choices: options.map(({ code, label }) => ({ id: code, label: label })),
    })),
  },
  onDisplay: () => {},
  onResponse: () => {},
  onFinished: () => {},
  onClose: () => {},
});
