package seq2see.app.view.corpus;

import seq2see.corpus.SideStatistics;

/**
 * What the pictures of a corpus show.
 *
 * @param vocabularyLimit how many tokens a vocabulary holds at most
 */
public record CorpusScene(SideStatistics source, SideStatistics target, int vocabularyLimit) {
}
