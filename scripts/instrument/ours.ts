import { controller } from '../../src/controller.ts';
import { definitions } from '../../src/release/definitions.ts';
import { tallySql } from '../../src/release/tallySql.ts';
import { consentText } from '../../src/survey/consent.ts';
import { instrumentSql } from '../../src/survey/database/instrumentSql.ts';
import { qualitySql } from '../../src/survey/database/qualitySql.ts';
import { receiptSql } from '../../src/survey/database/receiptSql.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { agreed, fielded } from '../../src/survey/versions/fielded.ts';
import { feedSql } from '../../src/thread/database/feedSql.ts';
import { rulesSql } from '../../src/thread/database/rulesSql.ts';
import type { Source } from './source.ts';

/** What the code of this project says, and what was frozen of it. */
export const source: Source = {
  questionnaire,
  consent: (minutes) => consentText(controller, minutes),
  fielded,
  agreed,
  migrations: (versions, consents) => ({
    '20261124090100_instrument.sql': instrumentSql(versions, consents),
    '20261124090110_quality.sql': qualitySql(versions),
    '20261124090120_receipt_codes.sql': receiptSql(),
    '20261124090300_tally.sql': tallySql(),
    '20261124090400_thread_rules.sql': rulesSql(),
    '20261124090445_comment_feed.sql': feedSql(),
  }),
  meanings: definitions(),
};
