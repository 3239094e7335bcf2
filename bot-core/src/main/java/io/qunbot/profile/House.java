package io.qunbot.profile;

import io.qunbot.people.TagFiles;
import io.qunbot.rota.Rotas;

/** What all profiles of a book share: who is on duty when, and what is known of tags. */
record House(Rotas rotas, TagFiles tags) {

    static final House EMPTY = new House(Rotas.NONE, TagFiles.NONE);
}
