package io.qunbot.wecom.aibot;

import java.util.LinkedHashMap;
import java.util.Map;

/** How far the newest postings got, so that one that is tried again goes on where it stopped. Thread-safe. */
final class Spoken {

    private static final int REMEMBERED = 1_000;

    private final Map<Long, Integer> pieces = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Map<String, Boolean> unsure = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized int pieces(long posting) {
        return pieces.getOrDefault(posting, 0);
    }

    synchronized void said(long posting, int count) {
        pieces.put(posting, count);
    }

    /** Nobody knows whether WeCom got what was sent under this name. */
    synchronized void unsure(String name) {
        unsure.put(name, true);
    }

    synchronized boolean isUnsure(String name) {
        return unsure.containsKey(name);
    }
}
