package io.qunbot.ranking;

/** A message and what it has to stand out from. */
record Asked(Sentence sentence, Nearness chat, Nearness questions) {

    static Asked of(Sentence sentence, Background background) {
        return new Asked(sentence, background.toChat(sentence.meaning()),
                background.toQuestions(sentence.meaning()));
    }
}
