package io.qunbot.plugins.campaigns;

import io.qunbot.chat.Autonomy;
import io.qunbot.chat.Body;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.campaign.Campaign;
import io.qunbot.yaml.Located;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does nothing in conversations: it says what the core is to do. */
final class CampaignsStage implements Stage {

    private final List<Campaign> campaigns;

    CampaignsStage(CampaignsSettings settings, PluginServices services) {
        campaigns = settings.list().stream().map(Located::value)
                .map(mailing -> campaign(mailing, settings, services)).toList();
    }

    private static Campaign campaign(Mailing mailing, CampaignsSettings settings, PluginServices services) {
        return new Campaign(CampaignsPlugin.NAME, mailing.id(), mailing.to(), mailing.at().value().slots(services),
                now -> body(mailing, services, now), mailing.mode().map(Mode::autonomy).orElse(Autonomy.AUTO),
                new Campaign.Terms(mailing.at().value().lateness(), mailing.again().map(Located::value),
                        mailing.open(), settings.rate().most(), settings.rate().within(), mailing.everywhere()));
    }

    private static Optional<Body> body(Mailing mailing, PluginServices services, Instant now) {
        return mailing.say().value().body(Values.values(services, now));
    }

    @Override
    public List<Campaign> campaigns() {
        return campaigns;
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        return Reaction.pass();
    }
}
