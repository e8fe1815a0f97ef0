package io.poolwright.drill.load;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * One connection, which carries one call at a time. Confined to the event loop.
 *
 * <p>Requests go out as ready bytes, so only a response decoder is needed. Once the call is over, whatever else happens on
 * the connection concerns nobody.
 */
final class HttpLane extends ChannelInboundHandlerAdapter {
    private final RequestBytes requests;
    private final Outcomes outcomes;
    private @Nullable ChannelHandlerContext context;
    private @Nullable Call call;
    private int status;
    private boolean interim;
    private boolean keepAlive;

    HttpLane(RequestBytes requests, Outcomes outcomes, Call first) {
        this.requests = requests;
        this.outcomes = outcomes;
        carry(first);
    }

    /** Sends this call's attempt over the open connection. */
    void send(Call next) {
        carry(next);
        write(next);
    }

    /** Closes the socket without a word; the call's attempt is over for another reason. */
    void abandon() {
        call = null;
        close();
    }

    /** The connection could not be made. */
    void refused() {
        fail(Failure.CONNECT);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        ctx.pipeline()
                .addBefore(
                        ctx.name(),
                        "decoder",
                        new HttpResponseDecoder(new HttpDecoderConfig().setValidateHeaders(false)));
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        outcomes.opened();
        Call waiting = call;
        if (waiting != null) {
            write(waiting);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
                fail(Failure.PROTOCOL);
                return;
            }
            if (message instanceof HttpResponse response) {
                status = response.status().code();
                interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
                keepAlive = HttpUtil.isKeepAlive(response);
            }
            if (message instanceof LastHttpContent && !interim) {
                complete(ctx);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        fail(Failure.CLOSED);
    }

    /** A reset, or a write that failed: either way the connection is lost. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        fail(Failure.CLOSED);
    }

    private void carry(Call next) {
        call = next;
        next.on(this);
        outcomes.started(next);
    }

    private void write(Call waiting) {
        ChannelHandlerContext open = context;
        if (open == null) {
            throw new IllegalStateException("a lane is written to only after its channel is registered");
        }
        var unused = open.writeAndFlush(requests.attempt(waiting.attempt()), open.voidPromise());
    }

    private void complete(ChannelHandlerContext ctx) {
        Call answered = call;
        call = null;
        if (answered == null) { // an answer nobody asked for, such as a proxy's 408 on an idle connection
            close();
            return;
        }
        outcomes.answered(answered, status);
        if (keepAlive && ctx.channel().isActive()) {
            outcomes.free(this);
        } else {
            close();
        }
    }

    private void fail(Failure failure) {
        Call lost = call;
        call = null;
        close();
        if (lost != null) {
            outcomes.failed(lost, failure);
        }
    }

    private void close() {
        ChannelHandlerContext open = context;
        if (open != null) {
            var unused = open.close();
        }
    }

    /** What a lane has to tell. */
    interface Outcomes {
        void opened();

        /** The call's attempt has this lane, or waits for it to open. */
        void started(Call call);

        void answered(Call call, int status);

        void failed(Call call, Failure failure);

        void free(HttpLane lane);
    }
}
