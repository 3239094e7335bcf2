package io.qunbot.bot;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.GatewayException;
import io.qunbot.plugin.Group;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import io.qunbot.wecom.api.WecomApi;
import io.qunbot.wecom.customer.WelcomeTemplates;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps WeCom's own welcomes equal to what profiles say. A bot can be in no customer group: there WeCom greets, with
 * a template that the owner of the group has chosen. For one thread.
 */
final class PlatformWelcomes {

    private static final Logger log = LoggerFactory.getLogger(PlatformWelcomes.class);
    /** A template is for all groups of a profile: none has a name in it. */
    private static final Group ANY = new Group(new Chat(new ChatId("any"), ChatKind.CUSTOMER, ""), Optional.empty(),
            OptionalInt.empty());
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final Supplier<RuleBook> book;
    private final Optional<WelcomeTemplates> templates;
    private final InstantSource clock;
    private String done = "";
    private Instant next = Instant.MIN;

    PlatformWelcomes(Supplier<RuleBook> book, AppApis apps, Store store, InstantSource clock) {
        this.book = book;
        this.templates = apps.all().entrySet().stream().min(Map.Entry.comparingByKey())
                .map(app -> templates(app, apps, store, clock));
        this.clock = clock;
    }

    private static WelcomeTemplates templates(Map.Entry<String, WecomApi> app, AppApis apps, Store store,
            InstantSource clock) {
        return new WelcomeTemplates(app.getValue(), apps.agentId(app.getKey()), new StoredWelcomes(store, clock));
    }

    /** Compares once for each version of the rules; what WeCom did not take is tried again after a while. */
    void equate() {
        RuleBook current = book.get();
        if (templates.isEmpty() || current.version().equals(done) || clock.instant().isBefore(next)) {
            return;
        }
        boolean all = true;
        for (Profile profile : current.profiles()) {
            all &= platform(profile).map(text -> isEqual(profile, text)).orElse(true);
        }
        done = all ? current.version() : "";
        next = all ? Instant.MIN : clock.instant().plus(AGAIN);
    }

    private Optional<String> platform(Profile profile) {
        return profile.stages().stream().flatMap(installed -> installed.stage().platformWelcome().stream()).findFirst()
                .map(template -> filled(template, profile)).filter(text -> !text.isBlank());
    }

    private String filled(Template template, Profile profile) {
        return template.fill(Vocabulary.values(profile.services(), ANY, clock.instant()));
    }

    private boolean isEqual(Profile profile, String text) {
        try {
            WelcomeTemplates.Task task = templates.orElseThrow().equate(profile.id(), text);
            if (task == WelcomeTemplates.Task.CHOOSE) {
                log.warn("{}:企业微信里新建了入群欢迎语,请群主在群设置的“入群欢迎语”里选用它一次 / a new welcome template:"
                        + " the owners of its groups have to choose it once", profile.id());
            } else if (task == WelcomeTemplates.Task.CHANGED) {
                log.info("{}:企业微信里的入群欢迎语已更新 / the welcome template was changed", profile.id());
            }
            return true;
        } catch (GatewayException refused) {
            log.warn("{}:入群欢迎语没有写进企业微信:{} / the welcome template was not written", profile.id(),
                    refused.getMessage());
            return !refused.retryable();
        }
    }
}
