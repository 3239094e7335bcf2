package io.qunbot.bot;

import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.store.Store;
import io.qunbot.store.StoreException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A store that is opened while the rules are read: the two longest parts of a start. */
record Opening(CompletableFuture<Store> opened, CompletableFuture<GroupDirectory> knowing) {

    static Opening begin(DataFolder folder) {
        CompletableFuture<Store> opened = CompletableFuture
                .supplyAsync(() -> Store.open(folder.store(), ThreadNames.writer()));
        return new Opening(opened, opened.thenApply(GroupDirectory::new));
    }

    Store store() {
        try {
            return opened.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StoreException trouble ? trouble : failure;
        }
    }

    GroupDirectory directory() {
        return knowing.join();
    }

    /** A store that can't be opened ends the start elsewhere. */
    Optional<String> nameOf(MemberId member) {
        try {
            return knowing.join().nameOf(member);
        } catch (CompletionException unopened) {
            return Optional.empty();
        }
    }
}
