package io.qunbot.bot.doctor;

import io.qunbot.bot.ChannelConfig;
import io.qunbot.bot.Home;
import io.qunbot.bot.archive.Sources;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Words;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at what a session archive needs on this machine. */
record ArchiveCheck(Home home) {

    private static final Words KEYS = new Words("私钥", "private keys");
    private static final Words CONSENT = new Words("谁同意了存档", "who agreed");
    private static final Words SOURCE = new Words("来源", "source");

    List<Finding> examine(String id, ChannelConfig channel) {
        return Stream.of(source(id, channel), keys(id, channel), consent(id, channel)).toList();
    }

    private static Finding consent(String id, ChannelConfig channel) {
        boolean asks = channel.corpId().isPresent() && channel.secret().isPresent();
        return asks
                ? Finding.open(id, CONSENT,
                        new Words("会问企业微信,问不问得到看 status", "WeCom is asked; whether it answers is in status"))
                : Finding.open(id, CONSENT, new Words("没有 corpId 和 secret,只从存档里的同意和不同意知道",
                        "no corpId and secret: known only from what the archive says itself"));
    }

    private Finding source(String id, ChannelConfig channel) {
        Optional<Path> folder = channel.source().flatMap(source -> source.file())
                .map(file -> home.file(file.value()).getParent());
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            return Finding.wrong(id, SOURCE, new Words("没有这个目录:" + folder.get(), "no such folder: " + folder.get()));
        }
        Optional<Path> library = channel.source().flatMap(source -> source.sdk())
                .map(sdk -> home.file(sdk.library().value()));
        if (library.isPresent() && !Files.isReadable(library.get())) {
            return Finding.wrong(id, SOURCE, new Words("读不到 " + library.get(), "cannot read " + library.get()));
        }
        Optional<String> path = channel.source().flatMap(source -> source.http())
                .flatMap(http -> http.listen()).map(Located::value);
        if (path.isPresent()) {
            return Finding.open(id, SOURCE, new Words("等别处把页 POST 到 " + path.get() + ",来过没有看 status",
                    "pages are posted to " + path.get() + "; whether any came is in status"));
        }
        return folder.isPresent() || library.isPresent()
                ? Finding.fine(id, SOURCE, Words.NONE)
                : Finding.open(id, SOURCE, new Words("通不通看 status", "whether it answers is in status"));
    }

    private Finding keys(String id, ChannelConfig channel) {
        try {
            Sources.keys(channel, home);
            return channel.privateKeys().isEmpty()
                    ? Finding.open(id, KEYS,
                            new Words("没有配置;消息已经解密就不需要", "none; not needed for messages that are open"))
                    : Finding.fine(id, KEYS, new Words("版本 " + channel.privateKeys().keySet(),
                            "versions " + channel.privateKeys().keySet()));
        } catch (IllegalArgumentException | UncheckedIOException wrong) {
            return Finding.wrong(id, KEYS, new Words(String.valueOf(wrong.getMessage()),
                    String.valueOf(wrong.getMessage())));
        }
    }
}
