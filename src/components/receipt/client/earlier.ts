import type { NotDone } from '../../../api/notDone.ts';
import type { StoredResponse } from '../../../api/readResponse.ts';
import { fetchVersion, fetchVersionForms, NotLoaded } from '../../../browser/fetchFragment.ts';
import type { Questionnaire } from '../../../survey/question.ts';

/** A stored response, with the questionnaire that it answers where that is an earlier version. */
export interface Found extends StoredResponse {
  readonly earlier?: { readonly of: Questionnaire; readonly forms: DocumentFragment };
}

/** A stored response with the earlier questionnaire that it answers, and its forms. */
export async function withEarlier(stored: StoredResponse, signal: AbortSignal): Promise<Found | NotDone> {
  const { instrument } = stored;
  try {
    const [of, forms] = await Promise.all([
      fetchVersion(instrument, signal),
      fetchVersionForms(instrument, signal),
    ]);
    return { ...stored, earlier: { of, forms } };
  } catch (error) {
    if (error instanceof NotLoaded) return { status: 'no_reply' };
    throw error;
  }
}
