import type { StoredResponse } from '../../../api/readResponse.ts';
import { fetchVersion, fetchVersionForms } from '../../../browser/fetchFragment.ts';
import type { Questionnaire } from '../../../survey/question.ts';

/** A stored response, with the questionnaire that it answers where that is an earlier version. */
export interface Found extends StoredResponse {
  readonly earlier?: { readonly of: Questionnaire; readonly forms: DocumentFragment };
}

/** A stored response with the earlier questionnaire that it answers, and its forms. */
export async function withEarlier(stored: StoredResponse): Promise<Found> {
  const { instrument } = stored;
  const [of, forms] = await Promise.all([fetchVersion(instrument), fetchVersionForms(instrument)]);
  return { ...stored, earlier: { of, forms } };
}
