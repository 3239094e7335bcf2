package io.qunbot.bot;

import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.Inbox;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.Ticket;
import io.qunbot.http.Routes;
import io.qunbot.wecom.callback.Callback;
import io.qunbot.wecom.codec.Credentials;
import io.qunbot.wecom.codec.Crypt;
import io.qunbot.wecom.codec.WecomCodec;
import io.qunbot.wecom.codec.WecomDecoder;
import io.qunbot.wecom.robot.RobotGateway;
import io.qunbot.yaml.Located;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The channels of a configuration: their callbacks, their gateways, and how their events are read back. */
final class Channels implements Decoder {

    private final Map<String, ChannelConfig> configured;
    private final Map<String, WecomDecoder> decoders = new LinkedHashMap<>();
    private final Map<String, Callback> callbacks = new TreeMap<>();

    Channels(Map<String, ChannelConfig> configured) {
        this.configured = configured;
        configured.forEach((id, channel) -> decoders.put(id, new WecomDecoder(channel.kind().codec())));
    }

    /** Gateways of the channels that can speak first, apps not among them: see {@link AppApis}. */
    Map<String, Gateway> gateways() {
        Map<String, Gateway> gateways = new TreeMap<>();
        configured.forEach((id, channel) -> channel.webhook().map(Located::value)
                .filter(webhook -> !webhook.isEmpty() && channel.kind() == ChannelConfig.Kind.ROBOT)
                .ifPresent(webhook -> gateways.put(id, new RobotGateway(webhook.reveal()))));
        return gateways;
    }

    void addCallbacks(Routes routes, Inbox inbox, InstantSource clock) {
        configured.forEach((id, channel) -> {
            Credentials credentials = channel.credentials();
            Callback callback = new Callback(() -> new WecomCodec(id, channel.kind().codec(),
                    new Crypt(credentials, channel.maxAge())), inbox, clock);
            callback.on(routes, "/wecom/" + id);
            callbacks.put(id, callback);
        });
    }

    /** How many requests each channel's callback turned away. */
    Map<String, Long> refused() {
        Map<String, Long> counts = new TreeMap<>();
        callbacks.forEach((id, callback) -> counts.put(id, callback.refused()));
        return counts;
    }

    Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        configured.forEach((id, channel) -> kinds.put(id, channel.kind().name().toLowerCase(Locale.ROOT)));
        return kinds;
    }

    @Override
    public Event decode(String channel, byte[] payload, Instant received) {
        WecomDecoder decoder = decoders.get(channel);
        if (decoder == null) {
            return gone(channel, payload, received); // a channel that was taken out of the configuration
        }
        return decoder.decode(channel, payload, received);
    }

    @Override
    public Optional<Ticket> ticket(String channel, byte[] payload, Instant received) {
        return Optional.ofNullable(decoders.get(channel))
                .flatMap(decoder -> decoder.ticket(channel, payload, received));
    }

    /** How whoever wrote a message is called, where the channel says it. */
    Optional<String> senderName(String channel, byte[] payload) {
        return Optional.ofNullable(decoders.get(channel)).flatMap(decoder -> decoder.senderName(payload));
    }

    /** Whether a channel says how people are called. */
    boolean namesSenders(String channel) {
        return Optional.ofNullable(configured.get(channel))
                .filter(each -> each.kind() == ChannelConfig.Kind.ROBOT).isPresent();
    }

    private static Event gone(String channel, byte[] payload, Instant received) {
        return new Event.Unknown(new EventId(channel, Integer.toHexString(Arrays.hashCode(payload))), received,
                LaneId.ofChannel(channel), "channel gone");
    }
}
