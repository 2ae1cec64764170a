import type { TagName } from '../../essay/essayTags.ts';
import Blank from '../page/Blank.astro';
import EssayChart from './EssayChart.astro';
import Figure from './Figure.astro';
import Letter from './Letter.astro';
import Stat from './Stat.astro';
import SurveyStart from './SurveyStart.astro';

/** What an author may write in an essay as a tag, without an import. */
export const essayComponents = {
  Blank,
  Chart: EssayChart,
  Figure,
  Letter,
  Stat,
  Survey: SurveyStart,
} satisfies Record<TagName, unknown>;
