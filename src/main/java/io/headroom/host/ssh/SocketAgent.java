package io.headroom.host.ssh;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/** Talks to an SSH agent over its Unix socket. Source: the SSH agent protocol, RFC draft. */
final class SocketAgent extends AbstractAgentProxy {

  /** More than any answer of an agent. */
  private static final int MOST = 256 * 1024;

  private final SocketChannel channel;

  SocketAgent(Path socket) throws IOException {
    super(null);
    channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
  }

  @Override
  protected synchronized Buffer request(Buffer request) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(request.array(), request.rpos(), request.available());
    while (out.hasRemaining()) {
      channel.write(out);
    }
    int length = filled(Integer.BYTES).getInt();
    if (length <= 0 || length > MOST) {
      throw new IOException("Cannot ask the agent: an answer of " + length + " bytes");
    }
    return new ByteArrayBuffer(filled(length).array());
  }

  private ByteBuffer filled(int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("Cannot ask the agent: it closed the connection");
      }
    }
    return buffer.flip();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
    super.close();
  }
}
