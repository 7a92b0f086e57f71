"""What `./ketnoi bench match` needs: an invented province, peers, judges."""
