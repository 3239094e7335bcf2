package io.qunbot.bot.archive;

import io.qunbot.bot.ChannelConfig;
import io.qunbot.bot.Home;
import io.qunbot.bot.archive.consent.Asking;
import io.qunbot.wecom.api.Account;
import io.qunbot.wecom.api.Patience;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.archive.ArchiveSource;
import io.qunbot.wecom.archive.ChatCipher;
import io.qunbot.wecom.archive.ConsentApi;
import io.qunbot.wecom.archive.FileSource;
import io.qunbot.wecom.archive.FolderMedia;
import io.qunbot.wecom.archive.HttpMedia;
import io.qunbot.wecom.archive.HttpSource;
import io.qunbot.wecom.archive.MediaSource;
import io.qunbot.wecom.archive.NativeMedia;
import io.qunbot.wecom.archive.NativeSource;
import io.qunbot.wecom.archive.Opener;
import io.qunbot.wecom.archive.PostedPages;
import io.qunbot.wecom.archive.PrivateKeys;
import io.qunbot.wecom.archive.Unsealer;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.security.PrivateKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the sources of archives from the configuration. */
public final class Sources {

    /** Nobody asks for what is posted. */
    private static final ArchiveSource POSTED = (_, _) -> new ArchiveSource.Pulled(List.of(), Map.of(), false, "");

    private Sources() {}

    /** The archives of a configuration, by channel. */
    public static Map<String, Pullers.Archive> of(Map<String, ChannelConfig> channels, Home home) {
        Map<String, Pullers.Archive> archives = new TreeMap<>();
        channels.forEach((id, channel) -> channel.source().filter(_ -> channel.isArchive())
                .ifPresent(source -> archives.put(id, archive(channel, source, home))));
        return archives;
    }

    private static Pullers.Archive archive(ChannelConfig channel, SourceConfig config, Home home) {
        ArchiveSource source = sound(channel, config, home);
        return new Pullers.Archive(source, config.every(), channel.hears(), asking(channel),
                inlet(channel, config, home), () -> opener(channel, source, home));
    }

    /** What opens sealed messages of an archive with the keys as they are now. */
    public static Opener opener(ChannelConfig channel, ArchiveSource source, Home home) {
        PrivateKeys keys = soundKeys(channel, home);
        return source instanceof NativeSource sdk ? sdk.opener(keys) : new Unsealer(keys, new ChatCipher())::open;
    }

    private static Optional<Pullers.Posting> inlet(ChannelConfig channel, SourceConfig source, Home home) {
        return source.http().flatMap(http -> http.listen().map(path -> new Pullers.Posting(path.value(),
                http.token().map(Secret::reveal).orElse(""),
                new PostedPages(new Unsealer(soundKeys(channel, home), new ChatCipher())))));
    }

    /** Files that hold no key are told of elsewhere; what they would open stays sealed. */
    private static PrivateKeys soundKeys(ChannelConfig channel, Home home) {
        try {
            return keys(channel, home);
        } catch (IllegalArgumentException | UncheckedIOException wrong) {
            return new PrivateKeys(Map.of());
        }
    }

    /** Who agreed is known to the account that may read the archive. */
    public static Asking asking(ChannelConfig channel) {
        String corpId = channel.corpId().map(Located::value).orElse("");
        String secret = channel.secret().map(Secret::reveal).orElse("");
        return corpId.isEmpty() || secret.isEmpty()
                ? Asking.NOBODY
                : Asking.of(new ConsentApi(new WecomApi(new Account(corpId, secret, channel.api().map(Located::value)
                        .filter(address -> !address.isEmpty()).orElse(Account.WECOM)), Patience.USUAL)));
    }

    /** Where the media of each archive come from; of those that have no such place, from nowhere. */
    public static Map<String, MediaSource> media(Map<String, ChannelConfig> channels, Home home) {
        Map<String, MediaSource> media = new TreeMap<>();
        channels.forEach((id, channel) -> channel.source().filter(_ -> channel.isArchive())
                .flatMap(source -> media(channel, source, home)).ifPresent(source -> media.put(id, source)));
        return media;
    }

    private static Optional<MediaSource> media(ChannelConfig channel, SourceConfig source, Home home) {
        if (source.sdk().isPresent()) {
            return Optional.of(new NativeMedia(new NativeSource(settings(channel, source.sdk().get(), home),
                    new PrivateKeys(Map.of()))));
        }
        return source.file().<MediaSource>map(files -> new FolderMedia(
                Optional.ofNullable(home.file(files.value()).getParent()).orElse(home.root()).resolve("media")))
                .or(() -> source.http().flatMap(http -> http.media().map(address -> new HttpMedia(
                        URI.create(address.value()), http.token().map(Secret::reveal).orElse("")))));
    }

    private static NativeSource.Settings settings(ChannelConfig channel, SourceConfig.NativeSource sdk, Home home) {
        return new NativeSource.Settings(home.file(sdk.library().value()).toAbsolutePath(),
                channel.corpId().map(Located::value).orElse(""), channel.secret().map(Secret::reveal).orElse(""),
                sdk.proxy().orElse(""));
    }

    /** A key that can't be read keeps the archive from being pulled, and nothing else. */
    public static ArchiveSource sound(ChannelConfig channel, SourceConfig source, Home home) {
        try {
            return source(channel, source, home);
        } catch (IllegalArgumentException | UncheckedIOException wrong) {
            String why = String.valueOf(wrong.getMessage());
            return (_, _) -> {
                throw new IOException(why);
            };
        }
    }

    private static ArchiveSource source(ChannelConfig channel, SourceConfig source, Home home) {
        if (source.file().isPresent()) {
            return new FileSource(home.file(""), source.file().get().value(),
                    new Unsealer(soundKeys(channel, home), new ChatCipher()));
        }
        if (source.http().isPresent()) {
            SourceConfig.HttpSource http = source.http().get();
            if (http.url().isEmpty()) {
                return POSTED;
            }
            return new HttpSource(URI.create(http.url().get().value()), http.token().map(Secret::reveal).orElse(""),
                    new Unsealer(keys(channel, home), new ChatCipher()));
        }
        SourceConfig.NativeSource sdk = source.sdk().orElseThrow();
        return new NativeSource(settings(channel, sdk, home), keys(channel, home));
    }

    /**
     * The private keys of an archive.
     *
     * @throws IllegalArgumentException when one of the files holds none
     */
    public static PrivateKeys keys(ChannelConfig channel, Home home) {
        Map<Integer, PrivateKey> keys = new HashMap<>();
        channel.privateKeys().forEach((version, file) -> {
            try {
                keys.put(Integer.valueOf(version), PrivateKeys.read(Files.readString(home.file(file))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("privateKeys " + version + ": " + file + " " + wrong.getMessage());
            }
        });
        return new PrivateKeys(keys);
    }
}
